//! What a person waits for goes its own way, beside all else.

/// One for what a person waits for, and one for all else.
#[derive(Default)]
pub(super) struct ByUrgency<T> {
    urgent: T,
    bulk: T,
}

impl<T> ByUrgency<T> {
    pub(super) const fn of(&self, urgent: bool) -> &T {
        if urgent { &self.urgent } else { &self.bulk }
    }

    pub(super) const fn of_mut(&mut self, urgent: bool) -> &mut T {
        if urgent {
            &mut self.urgent
        } else {
            &mut self.bulk
        }
    }
}
