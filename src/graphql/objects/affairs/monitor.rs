//! What to look out for: opposite stories, double contacts, targets that nobody has seen, follow-ups that are late.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_graphql::Object;
use chrono::NaiveDate;
use network::affairs::monitors;
use network::affairs::numbered::reached;
use network::facts::{self, ContactStatus, TopicStatus};
use network::id::OrganisationId;
use network::table::Ix;
use network::view::View;

use crate::graphql::objects::{ContactMoment, Organisation, Target, Topic};
use crate::graphql::shown;

/// Opposite positions count when they were voiced within so many days.
const ONE_VOICE_DAYS: u16 = 30;

/// Contacts of two partners with one target are double with fewer days than this in between.
const SPACING_DAYS: u16 = 14;

/// A talk with its day, the partner whose it is and whom it is to reach, each by number.
struct Talks<'a> {
    view: &'a Arc<View>,
    rows: Vec<(Ix<facts::ContactMoment>, NaiveDate)>,
}

impl<'a> Talks<'a> {
    /// Talks of a view with one of these statuses, in the order of day and id.
    fn new(view: &'a Arc<View>, status: impl Fn(ContactStatus) -> bool) -> Self {
        let table = &view.network().contact_moments;
        let rows = table.iter().filter(|(ix, row)| view.fact(table, *ix).is_some() && status(row.status));
        let mut rows: Vec<_> = rows.filter_map(|(ix, row)| Some((ix, row.date.earliest()?))).collect();
        rows.sort_by_key(|(ix, day)| (*day, table.get(*ix).id));
        Self { view, rows }
    }

    fn row(&self, at: usize) -> &facts::ContactMoment {
        self.view.network().contact_moments.get(self.rows[at].0)
    }

    fn object(&self, at: usize) -> ContactMoment {
        ContactMoment::new(self.view, self.rows[at].0)
    }
}

/// A number for each id, in the order of the ids.
fn numbered<T: Ord + Copy>(ids: impl Iterator<Item = T>) -> Vec<T> {
    let mut ids: Vec<T> = ids.collect();
    ids.sort();
    ids.dedup();
    ids
}

fn number<T: Ord>(all: &[T], id: &T) -> u32 {
    all.binary_search(id).ok().and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
}

/// Two partners told one target opposite things.
pub struct OneVoiceConflict {
    view: Arc<View>,
    earlier: Ix<facts::ContactMoment>,
    later: Ix<facts::ContactMoment>,
    days_apart: u32,
}

impl OneVoiceConflict {
    /// All of a view.
    pub(super) fn list(view: &Arc<View>) -> Vec<Self> {
        let talks = Talks::new(view, |status| status == ContactStatus::Held);
        let network = view.network();
        let said = |at: &usize| {
            let row = talks.row(*at);
            let target = network.targets.get(network.targets.by_id(row.target?)?);
            Some((*at, row.holder?, reached(target)?, row.topic.unwrap_or(target.topic), row.position?))
        };
        let said: Vec<_> = (0..talks.rows.len()).collect::<Vec<_>>().iter().filter_map(said).collect();
        let partners = numbered(said.iter().map(|(_, partner, ..)| *partner));
        let targets = numbered(said.iter().map(|(_, _, target, ..)| *target));
        let topics = numbered(said.iter().map(|(_, _, _, topic, _)| *topic));
        let voiced: Vec<monitors::Voiced> = (0..)
            .zip(&said)
            .map(|(order, (at, partner, target, topic, position))| monitors::Voiced {
                order,
                partner: number(&partners, partner),
                target: number(&targets, target),
                topic: number(&topics, topic),
                position: position.number(),
                day: talks.rows[*at].1,
            })
            .collect();
        let found = monitors::one_voice_conflicts(&voiced, view.valid_at(), ONE_VOICE_DAYS);
        let place = |at: usize| talks.rows[said[at].0].0;
        let told = found.into_iter().map(|found| Self {
            view: view.clone(),
            earlier: place(found.earlier),
            later: place(found.later),
            days_apart: found.days_apart,
        });
        told.collect()
    }

    /// One of the two talks, which is shown.
    fn row(&self, ix: Ix<facts::ContactMoment>) -> &facts::ContactMoment {
        let row = self.view.network().contact_moments.get(ix);
        shown::note_row(row);
        row
    }

    fn partner(&self, ix: Ix<facts::ContactMoment>) -> Option<Organisation> {
        Organisation::by_id(&self.view, self.row(ix).holder?)
    }
}

/// Two partners told one target opposite things on one topic within 30 days (tegenstrijdige boodschap).
#[Object(serial)]
impl OneVoiceConflict {
    /// To whom.
    async fn target(&self) -> Option<Target> {
        let network = self.view.network();
        network.targets.by_id(self.row(self.later).target?).map(|ix| Target::new(&self.view, ix))
    }

    /// On which topic.
    async fn topic(&self) -> Option<Topic> {
        let network = self.view.network();
        let target = network.targets.by_id(self.row(self.later).target?).map(|ix| network.targets.get(ix).topic);
        network.topics.by_id(self.row(self.later).topic.or(target)?).map(|ix| Topic::new(&self.view, ix))
    }

    /// Who said it first: whom to call.
    async fn earlier_partner(&self) -> Option<Organisation> {
        self.partner(self.earlier)
    }

    /// Who said the opposite then.
    async fn later_partner(&self) -> Option<Organisation> {
        self.partner(self.later)
    }

    /// What was said first.
    async fn earlier(&self) -> ContactMoment {
        ContactMoment::new(&self.view, self.earlier)
    }

    /// What was said then.
    async fn later(&self) -> ContactMoment {
        ContactMoment::new(&self.view, self.later)
    }

    /// Days in between; 0 on the same day.
    async fn days_apart(&self) -> u32 {
        for ix in [self.earlier, self.later] {
            self.row(ix);
        }
        self.days_apart
    }
}

/// Two partners in contact with one target shortly after one another.
pub struct DoubleContact {
    earlier: ContactMoment,
    later: ContactMoment,
    days_apart: u32,
}

/// Two partners in contact with one target, planned or held, with fewer than 14 days in between (dubbel contact).
#[Object(serial)]
impl DoubleContact {
    /// The first contact.
    async fn earlier(&self) -> &ContactMoment {
        &self.earlier
    }

    /// The one by another partner.
    async fn later(&self) -> &ContactMoment {
        &self.later
    }

    /// Days in between; 0 on the same day.
    async fn days_apart(&self) -> u32 {
        for talk in [&self.earlier, &self.later] {
            talk.row();
        }
        self.days_apart
    }
}

/// Contacts with targets, by number, and which talks they are.
fn contacts<'a>(talks: &Talks<'a>) -> (Vec<usize>, Vec<uuid::Uuid>, Vec<monitors::Contact>) {
    let network = talks.view.network();
    let told = |at: usize| -> Option<(usize, OrganisationId, uuid::Uuid)> {
        let row = talks.row(at);
        let target = network.targets.get(network.targets.by_id(row.target?)?);
        Some((at, row.holder?, reached(target)?))
    };
    let told: Vec<_> = (0..talks.rows.len()).filter_map(told).collect();
    let partners = numbered(told.iter().map(|(_, partner, _)| *partner));
    let targets = numbered(told.iter().map(|(.., target)| *target));
    let contact = |(order, (at, partner, target)): (u32, &(usize, OrganisationId, uuid::Uuid))| monitors::Contact {
        order,
        partner: number(&partners, partner),
        target: number(&targets, target),
        day: talks.rows[*at].1,
    };
    let contacts = (0..).zip(&told).map(contact).collect();
    (told.iter().map(|(at, ..)| *at).collect(), targets, contacts)
}

impl DoubleContact {
    /// All of a view.
    pub(super) fn list(view: &Arc<View>) -> Vec<Self> {
        let talks = Talks::new(view, |status| status != ContactStatus::Cancelled);
        let (places, _, contacts) = contacts(&talks);
        let found = monitors::double_contacts(&contacts, SPACING_DAYS);
        let told = found.into_iter().map(|found| Self {
            earlier: talks.object(places[found.earlier]),
            later: talks.object(places[found.later]),
            days_apart: found.days_apart,
        });
        told.collect()
    }
}

/// The targets of open topics that nobody has seen for so many days or ever: those never seen first, then the longest ago.
pub(super) fn stale(view: &Arc<View>, days: u32) -> Vec<Ix<facts::Target>> {
    let talks = Talks::new(view, |status| status == ContactStatus::Held);
    let (_, seen, contacts) = contacts(&talks);
    let network = view.network();
    // What is given or given up asks for nobody any more.
    let is_open = |row: &facts::Target| {
        let topic = network.topics.by_id(row.topic).map(|ix| network.topics.get(ix).status);
        topic.is_some_and(|status| matches!(status, TopicStatus::Active | TopicStatus::Proposed))
    };
    let mut rows: Vec<Ix<facts::Target>> =
        network.targets.iter().filter(|(_, row)| is_open(row)).map(|(ix, _)| ix).collect();
    rows.sort_by_key(|ix| network.targets.get(*ix).id);
    let unseen = u32::try_from(seen.len()).unwrap_or(u32::MAX);
    // Several targets may be the same person for several topics. Who was never seen has a number that no contact has.
    let mut same: BTreeMap<u32, Vec<Ix<facts::Target>>> = BTreeMap::new();
    for (at, ix) in (0..).zip(&rows) {
        let known = reached(network.targets.get(*ix)).and_then(|id| seen.binary_search(&id).ok());
        let number = known.and_then(|at| u32::try_from(at).ok()).unwrap_or(unseen + at);
        same.entry(number).or_default().push(*ix);
    }
    let numbers: Vec<u32> = same.keys().copied().collect();
    let found = monitors::stale_targets(&numbers, &contacts, view.valid_at(), days);
    found.into_iter().flat_map(|stale| same.remove(&stale.target).unwrap_or_default()).collect()
}

/// Follow-ups that are late, by owner, the longest first; those of nobody in particular last.
pub(super) fn overdue(view: &View) -> Vec<Ix<facts::FollowUp>> {
    let table = &view.network().follow_ups;
    let mut rows: Vec<_> = table.iter().filter_map(|(ix, row)| Some((ix, row, row.due.latest()?))).collect();
    rows.sort_by_key(|(_, row, _)| row.id);
    let owners = numbered(rows.iter().filter_map(|(_, row, _)| row.owner));
    let asked: Vec<monitors::FollowUp> = (0..)
        .zip(&rows)
        .map(|(order, (_, row, due))| monitors::FollowUp {
            order,
            owner: row.owner.map_or(u32::MAX, |owner| number(&owners, &owner)),
            due: *due,
            done: row.done_on.and_then(|date| date.earliest()),
        })
        .collect();
    monitors::overdue(&asked, view.valid_at()).into_iter().map(|late| rows[late.follow_up].0).collect()
}
