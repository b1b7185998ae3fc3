//! The clock: the only place that knows what time it is, and that makes what nobody can foresee.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Europe::Amsterdam;
use uuid::Uuid;

/// Tells the time. Tests give one that stands still.
#[derive(Clone)]
pub struct Clock {
    now: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    id: Arc<dyn Fn() -> Uuid + Send + Sync>,
}

impl Clock {
    /// The clock of this machine.
    #[must_use]
    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "all others are handed this clock")]
        Self { now: Arc::new(Utc::now), id: Arc::new(Uuid::now_v7) }
    }

    /// A clock that stands still, and whose ids count from 1.
    #[must_use]
    pub fn fixed(now: DateTime<Utc>) -> Self {
        let count = AtomicU64::new(0);
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        let id = move || {
            let mut random = [0; 10];
            random[2..].copy_from_slice(&(count.fetch_add(1, Ordering::Relaxed) + 1).to_be_bytes());
            uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
        };
        Self { now: Arc::new(move || now), id: Arc::new(id) }
    }

    /// The same ids at times that somebody else tells.
    #[must_use]
    pub fn told(self, now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self { now: Arc::new(now), ..self }
    }

    /// An id that nothing has yet: a UUIDv7.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        (self.id)()
    }

    /// This moment.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.now)()
    }

    /// This day, where the cooperation is.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&Amsterdam).date_naive()
    }
}

/// The moment at which a day begins where the cooperation is; `None` when the calendar does not go so far.
#[must_use]
pub fn begin_of(day: NaiveDate) -> Option<DateTime<Utc>> {
    let midnight = day.and_hms_opt(0, 0, 0)?;
    Some(midnight.and_local_timezone(Amsterdam).earliest()?.to_utc())
}

impl Clock {
    /// How long it is until the next time that it is this hour where the cooperation is.
    ///
    /// * `hour`: 0 to 23.
    #[must_use]
    pub fn until_hour(&self, hour: u32) -> Duration {
        let now = self.now();
        let days = [self.today(), self.today() + Days::new(1), self.today() + Days::new(2)];
        let moments = days.into_iter().filter_map(|day| {
            let local = day.and_hms_opt(hour, 0, 0)?;
            Some(local.and_local_timezone(Amsterdam).earliest()?.to_utc())
        });
        // An hour that is left out in spring comes a day later.
        let next = moments.into_iter().find(|moment| *moment > now);
        next.and_then(|next| (next - now).to_std().ok()).unwrap_or(Duration::from_hours(24))
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
    fn the_night_comes_when_it_does_in_amsterdam() {
        for (now, hours) in [
            ("2024-03-13T12:00:00Z", 14),
            ("2024-03-13T01:00:00Z", 1),
            ("2024-03-13T02:00:00Z", 24),
            ("2024-07-01T02:00:00Z", 23),
            // Clocks go from two to three.
            ("2024-03-31T00:00:00Z", 1),
        ] {
            let clock = Clock::fixed(now.parse().unwrap());
            assert_eq!(clock.until_hour(3), Duration::from_hours(hours), "{now}");
        }
    }

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
