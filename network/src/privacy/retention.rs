//! For how long personal data is kept, and what is over when.

use chrono::{Months, NaiveDate};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::class::Fate;
use super::forgetting::Forgetting;
use crate::codes;
use crate::date::PartialDate;
use crate::facts::*;
use crate::id::{FactId, PersonId};
use crate::network::Network;

/// For how many months each kind is kept; 0: for ever. The defaults are a proposal: a region decides by its own policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Periods {
    /// What came of a talk, what was said in confidence, and remarks about it, after its day: 24.
    pub contact_notes: u32,
    /// How a person is reached, after the last of their offices ended: 24. Of who never had one it is kept.
    pub contact_details: u32,
    /// Assessments, after their day: 24.
    pub assessments: u32,
    /// What had to be done after a talk, after it was done: 12.
    pub follow_ups: u32,
    /// Who read what of the desk: 24.
    pub readings: u32,
}

impl Default for Periods {
    fn default() -> Self {
        Self { contact_notes: 24, contact_details: 24, assessments: 24, follow_ups: 12, readings: 24 }
    }
}

codes! {
    /// A kind of personal data that is kept for a period.
    pub enum Kept {
        /// What came of a talk, what was said in confidence, remarks about it, and on whose word it stands. That it took place, when, about what and with
        /// whom stays.
        ContactNotes,
        /// How a person is reached.
        ContactDetails,
        /// How somebody is judged.
        Assessments,
        /// What had to be done after a talk.
        FollowUps,
    }
}

/// Something whose period ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expiry {
    /// Which kind.
    pub kind: Kept,
    /// Noun of the fact.
    pub noun: &'static str,
    /// Its id.
    pub id: Uuid,
    /// Its key.
    pub key: String,
    /// The first day on which it is not kept any more.
    pub on: NaiveDate,
}

impl Periods {
    /// Everything that is not kept for ever, by the day on which its period is over.
    #[must_use]
    pub fn expiries(&self, network: &Network) -> Vec<Expiry> {
        let mut expiries = Vec::new();
        for (_, talk) in network.contact_moments.iter() {
            if talk.outcome.is_some() || talk.note.is_some() {
                expiries.extend(expiry(Kept::ContactNotes, talk, Some(talk.date), self.contact_notes));
            }
        }
        for (_, note) in network.contact_notes.iter() {
            let talk =
                network.contact_moments.by_id(note.contact_moment).map(|ix| network.contact_moments.get(ix).date);
            expiries.extend(expiry(Kept::ContactNotes, note, talk, self.contact_notes));
        }
        for (_, assessment) in network.assessments.iter() {
            expiries.extend(expiry(Kept::Assessments, assessment, Some(assessment.date), self.assessments));
        }
        for (_, follow_up) in network.follow_ups.iter() {
            expiries.extend(expiry(Kept::FollowUps, follow_up, follow_up.done_on, self.follow_ups));
        }
        let ends = last_offices(network);
        for (_, contact) in network.person_contacts.iter() {
            let end = ends.get(&contact.person).copied().flatten();
            expiries.extend(expiry(Kept::ContactDetails, contact, end, self.contact_details));
        }
        expiries.sort_by(|one, other| (one.on, one.noun, &one.key).cmp(&(other.on, other.noun, &other.key)));
        expiries
    }

    /// The first day of which it is still kept who read what; `None`: it is kept for ever.
    #[must_use]
    pub fn readings_from(&self, today: NaiveDate) -> Option<NaiveDate> {
        (self.readings > 0).then(|| today.checked_sub_months(Months::new(self.readings))).flatten()
    }

    /// What has to be forgotten on a day; `None`: nothing.
    #[must_use]
    pub fn over(&self, network: &Network, today: NaiveDate) -> Option<Forgetting> {
        let over = self.expiries(network).into_iter().filter(|expiry| expiry.on <= today);
        // Of a talk it stays that it took place.
        let fate = |noun| if noun == ContactMoment::NOUN { Fate::Emptied } else { Fate::Gone };
        let fates: FxHashMap<Uuid, Fate> = over.map(|expiry| (expiry.id, fate(expiry.noun))).collect();
        (!fates.is_empty()).then(|| Forgetting::new(fates, None))
    }
}

fn expiry<T: Fact>(kind: Kept, fact: &T, from: Option<PartialDate>, months: u32) -> Option<Expiry> {
    // A month or year that is all that is known has ended when its last day has.
    let on = from?.latest()?.checked_add_months(Months::new(months))?.succ_opt()?;
    (months > 0).then(|| Expiry { kind, noun: T::NOUN, id: fact.id().uuid(), key: fact.key().to_string(), on })
}

/// When the last office of each person ended; `None`: it goes on.
fn last_offices(network: &Network) -> FxHashMap<PersonId, Option<PartialDate>> {
    let mut ends: FxHashMap<PersonId, Option<PartialDate>> = FxHashMap::default();
    for (_, office) in network.offices.iter() {
        let end = ends.entry(office.person).or_insert(office.until);
        // Who has an office that goes on has not left.
        *end = match (*end, office.until) {
            (Some(one), Some(other)) => Some(if one.latest() < other.latest() { other } else { one }),
            _ => None,
        };
    }
    ends
}
