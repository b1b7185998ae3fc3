//! The clock: the only place that knows what time it is.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Amsterdam;

/// Tells the time. Tests give one that stands still.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// The clock of this machine.
    #[must_use]
    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "all others are handed this clock")]
        Self(Arc::new(Utc::now))
    }

    /// A clock that stands still.
    #[must_use]
    pub fn fixed(now: DateTime<Utc>) -> Self {
        Self(Arc::new(move || now))
    }

    /// This moment.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)()
    }

    /// This day, where the cooperation is.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&Amsterdam).date_naive()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_amsterdam() {
        for (now, today) in [
            ("2024-03-13T22:59:59Z", "2024-03-13"),
            ("2024-03-13T23:00:00Z", "2024-03-14"),
            // Summer time.
            ("2024-07-01T22:00:00Z", "2024-07-02"),
        ] {
            assert_eq!(Clock::fixed(now.parse().unwrap()).today().to_string(), today);
        }
    }
}
