use std::future::poll_fn;
use std::task::Poll;

/// Lets everyone else who can go on do so first: whoever takes a lock again at once would take it
/// before those who have waited for it.
pub(super) async fn pause() {
    let mut waited = false;
    poll_fn(|context| {
        if std::mem::replace(&mut waited, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}
