//! Jobs that wait for sites that want to be left alone for long: until when, and what a person can
//! do about it.

use std::collections::{BTreeMap, BTreeSet};

use super::Engine;
use super::draft::Draft;
use super::ports::{Clock, Network, Random, Store};
use super::run::Run;
use crate::model::{JobId, LibraryError, Millis};

/// What a job waits for.
#[derive(Debug)]
pub(super) struct Rest {
    /// When the first of the hosts may be asked again.
    until: Millis,
    hosts: BTreeSet<String>,
    /// How many links wait for them.
    links: u32,
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// When a job goes on, of which all that is left waits for sites.
    pub(super) fn rests_until(&self, id: &JobId) -> Option<Millis> {
        let until = self.rests.borrow().get(id)?.until;
        Some(until).filter(|until| *until > self.clock.now())
    }

    /// Asks the sites at once for which a job waits.
    pub(super) async fn hasten(&self, id: &JobId) -> Result<(), LibraryError> {
        let Some(rest) = self.rests.borrow_mut().remove(id) else {
            return Ok(());
        };
        let _writer = self.begin().await?;
        let mut claims = self.library.borrow().claims.clone();
        claims.wishes.retain(|host, _| !rest.hosts.contains(host));
        let draft = Draft {
            claims: Some(claims),
            ..Draft::default()
        };
        self.commit(draft).await?;
        self.hastened.borrow_mut().extend(rest.hosts);
        self.news.raise();
        Ok(())
    }
}

impl<N: Network, S: Store, C: Clock, R: Random> Run<'_, N, S, C, R> {
    /// Notes which jobs wait for nothing but sites that want to be left alone.
    pub(super) fn note_rests(&self) {
        let library = self.engine.library.borrow();
        let mut rests: BTreeMap<JobId, Rest> = BTreeMap::new();
        if !library.claims.wishes.is_empty() {
            let now = self.now();
            for task in self.backlog.tasks() {
                let Some(until) = self.schedule.wish(&task.host).filter(|until| *until > now)
                else {
                    continue;
                };
                let until = self.wall_at(until);
                let rest = rests.entry(task.job.clone()).or_insert_with(|| Rest {
                    until,
                    hosts: BTreeSet::new(),
                    links: 0,
                });
                rest.until = rest.until.min(until);
                rest.hosts.insert(task.host.clone());
                rest.links += 1;
            }
            let waiting = |id: &JobId| library.jobs.get(id).map(|job| job.counts.waiting);
            rests.retain(|id, rest| waiting(id) == Some(rest.links));
        }
        self.engine.rests.replace(rests);
    }

    /// Hosts that a person does not want to wait for.
    pub(super) fn heed_haste(&mut self) {
        for host in self.engine.hastened.take() {
            self.schedule.hasten(&host);
        }
    }
}
