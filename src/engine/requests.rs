//! Starting the requests whose turn it is; and suspects, who go before all others and keep each
//! other waiting as little as can be.

use futures_util::future::Abortable;

use super::attempt::Answer;
use super::claims::Trust;
use super::ports::{Clock, Network, NetworkError, Random, Store};
use super::run::{Event, Run};
use super::task::Task;
use crate::model::Millis;

/// The time a suspect has at first, in milliseconds: most pages are read in a fraction of it.
const SHORT_TIME: Millis = 3_000;

impl<N: Network, S: Store, C: Clock, R: Random> Run<'_, N, S, C, R> {
    pub(super) fn start_requests(&mut self) {
        if self.outage.is_on() {
            return;
        }
        while let Some(task) = self.schedule.next(self.now()) {
            self.start(task);
        }
    }

    fn start(&mut self, mut task: Task) {
        let engine = self.engine;
        let short = self.suspects.contains_key(&task.link)
            && engine.library.borrow().claims.is_short_of_time(&task.link);
        let call_back = self.outage.opened(&mut task);
        self.wait_for(async move {
            let attempt = Abortable::new(engine.attempt(&task), call_back);
            let ended = if short {
                engine.within(SHORT_TIME, attempt).await
            } else {
                Some(attempt.await)
            };
            match ended {
                Some(answer) => {
                    let called_back = |_| Answer::Failed(NetworkError::Offline);
                    let answer = answer.unwrap_or_else(called_back);
                    Event::Answered(Box::new(task), answer)
                }
                None => Event::Late(Box::new(task)),
            }
        });
    }

    /// The short time of a suspect is over: it is read with all others, and this costs no try.
    pub(super) fn spare(&mut self, task: Task) {
        self.outage.closed(&task);
        self.schedule.answered(&task.host, self.now(), false);
        self.suspects.remove(&task.link);
        if self.engine.wants(&task) {
            self.spared.push(task.link.clone());
            self.put_behind(task);
        } else {
            self.let_go(&task);
        }
    }

    /// Asks once more at a time; behind all others, if the page kept a place for long and gave
    /// nothing, and while there are suspects.
    pub(super) fn try_again(&mut self, task: Task, due: Millis, hung: bool) {
        let given_up = self.schedule.is_given_up(&task.host, self.now());
        let at_once = !hung && self.suspects.is_empty();
        if at_once || task.urgent || given_up.is_some() || !self.engine.wants(&task) {
            self.again(task, due);
        } else {
            self.put_behind(task);
        }
    }

    fn put_behind(&mut self, task: Task) {
        self.release(task.link.clone());
        self.backlog.add(task, Trust::Spared);
    }
}
