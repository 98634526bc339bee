import { welcomeOnInstall } from "./platform/installed.js";
import { answer } from "./platform/messages.js";
import { onReminderAlarm } from "./platform/reminder-alarm.js";
import { onResumeAlarm } from "./platform/resume-alarm.js";
import { onSitesAllowed } from "./platform/site-access.js";
import { onSweepAlarm } from "./platform/sweep-alarm.js";
import { followJobs, refreshBadge } from "./worker/badge.js";
import { followCommands } from "./worker/commands.js";
import { openCore } from "./worker/core.js";
import { handlers } from "./worker/handlers.js";
import { readAllowed, resumeJobs } from "./worker/jobs.js";
import { followMenus, refreshMenus } from "./worker/menus.js";
import { followOmnibox } from "./worker/omnibox.js";
import { followReminders, ringReminders } from "./worker/reminders.js";
import { sweepTrash } from "./worker/trash.js";

/** So many milliseconds after its start, who woke the worker has been answered: what it does at every start can wait. */
const PATIENCE = 250;

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
// Whoever asks is told where that fails.
openCore().catch(() => undefined);
setTimeout(() => {
  refreshBadge();
  refreshMenus();
  resumeJobs();
  sweepTrash();
  ringReminders();
}, PATIENCE);
