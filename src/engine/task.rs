//! A page that is to be read.

use super::outage::Met;
use super::results::Step;
use super::retry::Outcome;
use crate::address::{Address, Zone};
use crate::model::{JobId, LinkId};

/// A page to be read.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) link: LinkId,
    pub(super) job: JobId,
    pub(super) urgent: bool,
    /// The link's address: what its page may lead to depends on it.
    pub(super) stored: Address,
    /// What to ask for: the link's address, or the one that its page names instead.
    pub(super) url: String,
    pub(super) host: String,
    /// How often it was asked for, and counted.
    pub(super) attempts: u8,
    /// How often it could not be asked for because too many requests were open.
    pub(super) crowded: u8,
    /// Which outages it met with.
    pub(super) met: Met,
    /// Whether its page is the one that the link's own page names.
    pub(super) followed: bool,
    /// What an earlier answer said: that of the link's own page, or of one that broke off.
    pub(super) kept: Option<Outcome>,
    /// Where the server of that first page stands, if it is known.
    pub(super) began: Option<Zone>,
}

impl Task {
    /// How far in its page may lead.
    pub(super) fn zone(&self) -> Zone {
        self.stored.zone()
    }

    /// What is to be stored when it was asked for once more.
    pub(super) fn step(&self, outcome: Option<Outcome>) -> Step {
        Step {
            link: self.link.clone(),
            job: self.job.clone(),
            attempts: self.attempts + 1,
            outcome,
        }
    }
}
