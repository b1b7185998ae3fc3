//! Work in parts on several threads, put together in one order, whatever the number of threads.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Into how many parts work is cut: more than a machine has cores, as parts take different times; few enough to keep the
/// results of all.
const PARTS: usize = 32;

/// As many threads as the machine has for us. Results never depend on it.
#[must_use]
pub fn threads() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Does work for the numbers below `n` in parts, and gives what came of each, in order. The parts depend on `n` alone, so
/// whoever folds them in order comes to the same sum with any number of threads.
pub(super) fn in_parts<T: Send>(n: usize, threads: NonZeroUsize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let part = |at: usize| n * at / PARTS..n * (at + 1) / PARTS;
    if threads.get() == 1 {
        return (0..PARTS).map(|at| work(part(at))).collect();
    }
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(PARTS)));
    let run = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= PARTS {
                return;
            }
            let made = work(part(at));
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((at, made));
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads.get().min(PARTS) {
            scope.spawn(run);
        }
        run();
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_in_order_and_leave_nothing_out() {
        for n in [0, 1, 31, 32, 1000] {
            for threads in [1, 2, 7, 100] {
                let threads = NonZeroUsize::new(threads).expect("some");
                let parts = in_parts(n, threads, |range| range.collect::<Vec<_>>());
                assert_eq!(parts.concat(), (0..n).collect::<Vec<_>>());
            }
        }
    }
}
