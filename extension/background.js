import { welcomeOnInstall } from "./js/platform/installed.js";
import { answer } from "./js/platform/messages.js";
import { onReminderAlarm } from "./js/platform/reminder-alarm.js";
import { onResumeAlarm } from "./js/platform/resume-alarm.js";
import { onSitesAllowed } from "./js/platform/site-access.js";
import { onSweepAlarm } from "./js/platform/sweep-alarm.js";
import { followJobs, refreshBadge } from "./js/worker/badge.js";
import { followCommands } from "./js/worker/commands.js";
import { handlers } from "./js/worker/handlers.js";
import { readAllowed, resumeJobs } from "./js/worker/jobs.js";
import { followMenus, refreshMenus } from "./js/worker/menus.js";
import { followOmnibox } from "./js/worker/omnibox.js";
import { followReminders, ringReminders } from "./js/worker/reminders.js";
import { sweepTrash } from "./js/worker/trash.js";

// Chrome starts this worker for an event and stops it when it likes: every listener is registered
// at once, and whatever was interrupted goes on at every start.
answer(handlers);
welcomeOnInstall();
onResumeAlarm(resumeJobs);
onSweepAlarm(sweepTrash);
onReminderAlarm(ringReminders);
onSitesAllowed(readAllowed);
chrome.runtime.onStartup.addListener(resumeJobs);
chrome.runtime.onInstalled.addListener(resumeJobs);
followJobs();
followMenus();
followCommands();
followOmnibox();
followReminders();
refreshBadge();
refreshMenus();
resumeJobs();
sweepTrash();
ringReminders();
