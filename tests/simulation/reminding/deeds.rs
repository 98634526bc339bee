//! What a person and the alarm do with reminders, and what each deed has to make true.

use urlink::engine::ports::Clock as _;
use urlink::model::{
    Change, LibraryError, LinkId, LinkQuery, LinkSelection, Millis, Preset, ReminderId,
    ReminderWish, Repeat,
};

use super::super::{SimEngine, World};
use super::{DAY, HOUR, MINUTE, Reminding, Standing};

impl Reminding {
    pub(super) async fn set(&self, engine: &SimEngine) -> Result<Option<Change>, LibraryError> {
        let links = self.links_in(engine, "all").await?;
        let wish = self.wish(true);
        if self.world.once_in(3) {
            let some = links.into_iter().filter(|_| self.world.once_in(2));
            let some = LinkSelection::Links(some.collect());
            return engine.remind_links(&some, &wish).await.map(Some);
        }
        if links.is_empty() {
            return Ok(None);
        }
        let link = self.world.pick(&links);
        let set = engine.set_reminder(&link, &wish).await?;
        self.look();
        let there = self.standing();
        let due = there.get(&set.reminder.id).map(|own| own.due);
        assert_eq!(due, Some(set.reminder.due), "it is stored when it is said");
        // "In an hour" is another time a minute later.
        if wish.preset.is_none() && self.world.once_in(3) {
            let again = engine.set_reminder(&link, &wish).await?;
            assert_eq!(again.reminder.id, set.reminder.id, "it is set twice");
        }
        Ok(Some(set.change))
    }

    pub(super) async fn retime(
        &self,
        engine: &SimEngine,
        before: &Standing,
    ) -> Result<Option<Change>, LibraryError> {
        let known: Vec<ReminderId> = before.keys().cloned().collect();
        if known.is_empty() {
            return Ok(None);
        }
        let id = self.world.pick(&known);
        // It may ring at a time at which it rang before: the clock may have been set back.
        self.knows.borrow_mut().told.remove(&id);
        let set = if self.world.once_in(2) {
            engine.edit_reminder(&id, &self.wish(true)).await?
        } else {
            engine.snooze_reminder(&id, &self.wish(false)).await?
        };
        Ok(Some(set.change))
    }

    pub(super) async fn cancel(
        &self,
        engine: &SimEngine,
        before: &Standing,
    ) -> Result<Option<Change>, LibraryError> {
        let ids = self.some(before);
        self.may_end(&ids);
        let change = engine.cancel_reminders(&ids).await?;
        let now = self.standing();
        for id in &ids {
            let due = now.get(id).and_then(|own| own.due);
            assert!(due.is_none() || !self.is_shown(&now[id]), "it is cancelled");
        }
        self.is_done(&ids);
        Ok(Some(change))
    }

    pub(super) async fn dismiss(
        &self,
        engine: &SimEngine,
        before: &Standing,
    ) -> Result<Option<Change>, LibraryError> {
        let ids: Vec<ReminderId> = before.keys().cloned().collect();
        self.may_end(&ids);
        let change = engine.dismiss_reminders(None).await?;
        self.is_done(&ids);
        Ok(Some(change))
    }

    pub(super) async fn trash_or_restore(
        &self,
        engine: &SimEngine,
    ) -> Result<Option<Change>, LibraryError> {
        let trash = self.world.once_in(2);
        let view = if trash { "all" } else { "trash" };
        let links = self.links_in(engine, view).await?;
        let some = links.into_iter().filter(|_| self.world.once_in(2));
        let some = LinkSelection::Links(some.collect());
        let before = self.standing();
        let change = if trash {
            engine.trash_links(&some).await?
        } else {
            engine.restore_links(&some).await?
        };
        assert_eq!(self.standing(), before, "reminders wait with their links");
        Ok(Some(change))
    }

    pub(super) async fn erase(&self, engine: &SimEngine) -> Result<(), LibraryError> {
        let ids: Vec<ReminderId> = self.standing().into_keys().collect();
        self.may_end(&ids);
        engine.empty_trash().await?;
        self.is_done(&ids);
        Ok(())
    }

    /// Takes a change back at once, or keeps it in mind.
    pub(super) async fn note(
        &self,
        engine: &SimEngine,
        change: Change,
        before: &Standing,
    ) -> Result<(), LibraryError> {
        self.look();
        if change.links == 0 {
            assert_eq!(self.standing(), *before, "nothing is different, it says");
        } else if self.world.once_in(3) {
            self.anything_may_be();
            engine.undo(&change.id).await?;
            assert_eq!(self.standing(), *before, "it is taken back: {change:?}");
            self.look();
        } else {
            self.knows.borrow_mut().changes.push(change.id);
        }
        Ok(())
    }

    pub(super) async fn undo_any(&self, engine: &SimEngine) -> Result<(), LibraryError> {
        let changes = self.knows.borrow().changes.clone();
        if changes.is_empty() {
            return Ok(());
        }
        self.anything_may_be();
        match engine.undo(&self.world.pick(&changes)).await {
            Ok(change) => self.knows.borrow_mut().changes.push(change.id),
            Err(LibraryError::NoSuchChange) => {}
            Err(error) => return Err(error),
        }
        self.look();
        Ok(())
    }

    /// The alarm rings, and the person is told of what it is about.
    pub(super) async fn ring(&self, engine: &SimEngine) -> Result<(), LibraryError> {
        let now = self.world.now();
        let rung = engine.ring(None).await?;
        let standing = self.standing();
        for (id, own) in &standing {
            if !self.is_shown(own) {
                continue;
            }
            assert!(
                own.due.is_none_or(|due| due > now),
                "it did not ring: {own:?}"
            );
            let untold = own.rang.is_some_and(|ring| !ring.told);
            let said = rung.iter().any(|view| view.id == *id);
            assert_eq!(untold, said, "{own:?}");
        }
        let alarm = engine.alarm(None);
        let pending = standing.values().filter(|own| self.is_shown(own));
        let next = pending.filter_map(|own| own.due).min();
        let late = self.world.now() + MINUTE;
        assert_eq!(alarm.is_some(), next.is_some());
        assert!(
            alarm <= next.map(|next| next.max(late)),
            "it rings too late"
        );
        for view in &rung {
            let at = view.rang.unwrap().at;
            let knows = self.knows.borrow();
            let told = knows.told.get(&view.id).cloned().unwrap_or_default();
            assert!(!told.contains(&at), "it rings twice: {view:?}");
            let last = view.repeat == Repeat::Never && view.due.is_none();
            assert!(!last || told.is_empty(), "it rings once more: {view:?}");
        }
        if self.world.once_in(6) {
            // The worker dies before it has told anybody.
            return Ok(());
        }
        let ids: Vec<ReminderId> = rung.iter().map(|view| view.id.clone()).collect();
        engine.told(&ids).await?;
        for view in rung {
            if view.repeat == Repeat::Never && view.due.is_some() {
                // It rang before it was given the time that it has now.
                continue;
            }
            let mut knows = self.knows.borrow_mut();
            let told = knows.told.entry(view.id).or_default();
            told.insert(view.rang.unwrap().at);
        }
        Ok(())
    }

    pub(super) fn some(&self, standing: &Standing) -> Vec<ReminderId> {
        let some = standing.keys().filter(|_| self.world.once_in(2));
        some.cloned().collect()
    }

    async fn links_in(&self, engine: &SimEngine, view: &str) -> Result<Vec<LinkId>, LibraryError> {
        let query = LinkQuery {
            category: view.to_owned(),
            ..LinkQuery::default()
        };
        engine.query_ids(&query).await
    }

    fn wish(&self, repeats: bool) -> ReminderWish {
        let world = &self.world;
        let presets = [
            Preset::TenMinutes,
            Preset::Hour,
            Preset::TomorrowMorning,
            Preset::NextWeekend,
        ];
        let ways = [
            Repeat::Never,
            Repeat::Daily,
            Repeat::Weekdays,
            Repeat::Weekly,
            Repeat::Monthly,
        ];
        let preset = world.once_in(2).then(|| world.pick(&presets));
        let ahead = world.pick(&[HOUR, DAY, 9 * DAY]);
        let at = world.now() + 2 * MINUTE + world.below(ahead);
        ReminderWish {
            at: (preset.is_none()).then(|| wall(world, at)),
            preset,
            repeat: (repeats && world.once_in(2)).then(|| world.pick(&ways)),
        }
    }
}

fn wall(world: &World, at: Millis) -> String {
    use urlink::engine::ports::Calendar as _;
    world.wall(at).unwrap().to_string()
}
