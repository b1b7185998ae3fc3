//! What is on which day already.

use rustc_hash::FxHashMap;

use super::days::{Day, number, week};
use super::{Blocker, Rules, Wishes};

/// What is on which day already, fixed or planned.
pub(super) struct Booked<'a> {
    rules: &'a Rules,
    per_week: FxHashMap<u32, usize>,
    /// By owner and week, what they have on which day.
    weeks: FxHashMap<(u32, i32), Vec<(Day, Blocker)>>,
    /// By target, the first and last day of each contact, in order.
    targets: FxHashMap<u32, Vec<(Day, Day, Blocker)>>,
}

impl<'a> Booked<'a> {
    pub(super) fn new(wishes: &Wishes<'a>) -> Self {
        let per_week = wishes.per_week.iter().map(|(owner, most)| (*owner, usize::from(*most))).collect();
        let mut booked =
            Self { rules: wishes.rules, per_week, weeks: FxHashMap::default(), targets: FxHashMap::default() };
        let mut places: Vec<usize> = (0..wishes.fixed.len()).collect();
        places.sort_by_cached_key(|at| {
            let fixed = &wishes.fixed[*at];
            (fixed.day, fixed.targets.clone(), fixed.owners.clone())
        });
        for at in places {
            let fixed = &wishes.fixed[at];
            booked.book(Blocker::Fixed(at), &fixed.owners, &fixed.targets, &[number(fixed.day)]);
        }
        booked
    }

    /// Takes days of owners and of targets.
    pub(super) fn book(&mut self, what: Blocker, owners: &[u32], targets: &[u32], days: &[Day]) {
        for owner in owners {
            for day in days {
                self.weeks.entry((*owner, week(*day))).or_default().push((*day, what));
            }
        }
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return };
        for target in targets {
            let contacts = self.targets.entry(*target).or_default();
            let at = contacts.partition_point(|(other, ..)| other <= first);
            contacts.insert(at, (*first, *last, what));
        }
    }

    /// What an owner has in a week.
    pub(super) fn week(&self, owner: u32, week: i32) -> &[(Day, Blocker)] {
        self.weeks.get(&(owner, week)).map_or(&[], Vec::as_slice)
    }

    /// How much an owner can have in a week.
    pub(super) fn per_week(&self, owner: u32) -> usize {
        self.per_week.get(&owner).copied().unwrap_or(usize::from(self.rules.per_week))
    }

    /// What an owner has on a day, when it is as much as they can.
    pub(super) fn day_taken(&self, owner: u32, day: Day) -> impl Iterator<Item = Blocker> + Clone {
        let there = self.week(owner, week(day)).iter().filter(move |(other, _)| *other == day).map(|(_, what)| *what);
        let taken = there.clone().count() >= usize::from(self.rules.per_day);
        there.filter(move |_| taken)
    }

    /// Whether an owner can have nothing more on a day.
    pub(super) fn is_day_taken(&self, owner: u32, day: Day) -> bool {
        self.rules.per_day == 0 || self.day_taken(owner, day).next().is_some()
    }

    /// Contacts with one of these targets that lie too shortly before or after these days; of each target in order.
    pub(super) fn too_close<'b>(
        &'b self,
        targets: &'b [u32],
        first: Day,
        last: Day,
    ) -> impl Iterator<Item = &'b (Day, Day, Blocker)> {
        let spacing = Day::from(self.rules.spacing_days);
        let contacts = targets.iter().filter_map(|target| self.targets.get(target)).filter(move |_| spacing > 0);
        contacts.flat_map(move |contacts| {
            // What is planned keeps its distance and what is fixed takes a day, so last days are in order too.
            let from = contacts.partition_point(|(_, other_last, _)| *other_last <= first - spacing);
            let to = contacts.partition_point(|(other_first, ..)| *other_first < last + spacing);
            contacts.get(from..to).unwrap_or_default()
        })
    }

    /// The first day on which a contact with these targets no longer is too close to one of those that are; `None`: none is.
    pub(super) fn after(&self, targets: &[u32], first: Day, last: Day) -> Option<Day> {
        let latest = self.too_close(targets, first, last).map(|(_, last, _)| *last).max()?;
        Some(latest + Day::from(self.rules.spacing_days))
    }
}
