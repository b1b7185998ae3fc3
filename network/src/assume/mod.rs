//! What if: a network after changes that nobody made.
//!
//! It follows from the network of a view, as one after a commit does, shares with it all that is equal, and is asked the same
//! questions. Nothing of it is written: it has the revision of the network that it follows from, and a key of its own.

mod decided;
mod left;
mod promised;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde_json::Value;
use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::audience::Audience;
use crate::change::Change;
use crate::condition::Condition;
use crate::date::PartialDate;
use crate::facts::*;
use crate::id::*;
use crate::network::Network;
use crate::source::Confidence;
use crate::table::Ix;
use crate::view::View;

/// Something that is assumed to be so from the day of the view on.
#[derive(Debug, Clone, PartialEq)]
pub enum Assumption {
    /// An organisation leaves: it is a partner no more, and all in which it takes part ends.
    OrganisationLeaves(OrganisationId),
    /// An organisation becomes a partner.
    OrganisationJoins(OrganisationId),
    /// An organisation pledges something.
    CommitmentPledged(Box<Pledge>),
    /// A competent organ ratifies a commitment.
    CommitmentRatified(CommitmentId),
    /// A commitment is taken back.
    CommitmentWithdrawn(CommitmentId),
    /// A commitment waits for nothing any more.
    ConditionDropped(CommitmentId),
    /// A level of ambition is funded: what waits for it waits no more.
    LevelFunded(AmbitionLevel),
    /// A body adopts something: what those promised or signed for whom it decides is ratified.
    DecisionAdopted {
        /// Which body.
        body: BodyId,
        /// What it adopts.
        subject: Subject,
    },
}

/// A pledge that nobody made.
#[derive(Debug, Clone, PartialEq)]
pub struct Pledge {
    /// Who pledges.
    pub organisation: OrganisationId,
    /// To what.
    pub subject: Subject,
    /// On which condition; `None`: on none.
    pub condition: Option<Condition>,
    /// What it brings.
    pub contributions: Vec<Means>,
}

/// What is brought in.
#[derive(Debug, Clone, PartialEq)]
pub struct Means {
    /// What kind.
    pub kind: ContributionKind,
    /// How much; `None`: not stated.
    pub amount: Option<rust_decimal::Decimal>,
    /// Unit of the amount: `EUR`, `fte`, `hour`.
    pub unit: Option<String>,
    /// Per what; `None`: once.
    pub per: Option<String>,
    /// Whether the amount is the least it will be.
    pub minimum: bool,
    /// Since when; `None`: as the pledge.
    pub since: Option<PartialDate>,
    /// Until when; `None`: as the pledge.
    pub until: Option<PartialDate>,
}

/// To what something is promised, or about what something is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A programme line.
    ProgrammeLine(ProgrammeLineId),
    /// An initiative.
    Initiative(InitiativeId),
    /// An agreement.
    Agreement(AgreementId),
}

/// Which of several assumptions cannot be made, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unassumable {
    /// Its place, from 0.
    pub at: usize,
    /// Why, in Dutch and in English.
    pub words: [String; 2],
}

/// What tells a network with assumptions from others: assumptions, day and least confidence, on top of those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Assumed(Uuid);

impl Assumed {
    /// Of assumptions made in a view.
    #[must_use]
    pub fn of(view: &View, assumptions: &[Assumption]) -> Self {
        let before = view.network().key().assumed.map_or(Uuid::nil(), |Self(before)| before);
        // All that decides what becomes of the network is in the words.
        let words = format!("{} {} {assumptions:?}", view.valid_at(), view.min_confidence());
        Self(Uuid::new_v5(&before, words.as_bytes()))
    }
}

/// The network of a view after assumptions, one after the other.
///
/// Time in proportion to what they change, as [`Network::apply`].
///
/// # Errors
/// The first one that cannot be made: what it is about is not in the view, or is so already.
pub fn assume(view: &View, assumptions: &[Assumption]) -> Result<Network, Unassumable> {
    let assumed = Assumed::of(view, assumptions);
    let mut here = view.clone();
    for (at, assumption) in assumptions.iter().enumerate() {
        let mut drawn = Drawn { view: &here, assumed, at, closed: Audience::Public, changes: Vec::new() };
        let after = drawn.draw(assumption).and_then(|()| {
            let revision = here.network().revision();
            here.network().apply(&drawn.changes, revision).map_err(|problems| {
                let first = problems.first().map(ToString::to_string).unwrap_or_default();
                [format!("dit kan zo niet: {first}"), format!("this cannot be so: {first}")]
            })
        });
        here = here.of_another(Arc::new(after.map_err(|words| Unassumable { at, words })?));
    }
    Ok(Network::clone(here.network()).assuming(assumed))
}

/// Why something cannot be assumed, in Dutch and in English.
type Refusal = [String; 2];

fn refuse<T>(nl: &str, en: &str) -> Result<T, Refusal> {
    Err([nl.to_owned(), en.to_owned()])
}

/// An assumption being worked out.
struct Drawn<'a> {
    view: &'a View,
    assumed: Assumed,
    at: usize,
    /// The most closed of what was added.
    closed: Audience,
    changes: Vec<Change>,
}

impl Drawn<'_> {
    fn draw(&mut self, assumption: &Assumption) -> Result<(), Refusal> {
        match assumption {
            Assumption::OrganisationLeaves(id) => self.leave(*id),
            Assumption::OrganisationJoins(id) => self.enter(*id),
            Assumption::CommitmentPledged(pledge) => self.pledge(pledge),
            Assumption::CommitmentRatified(id) => self.ratify(*id),
            Assumption::CommitmentWithdrawn(id) => self.withdraw(*id),
            Assumption::ConditionDropped(id) => self.drop_condition(*id),
            Assumption::LevelFunded(level) => self.fund(*level),
            Assumption::DecisionAdopted { body, subject } => self.adopt(*body, *subject),
        }
    }

    fn change<T: Fact + Into<AnyFact>>(&mut self, before: &T, change: impl FnOnce(&mut T)) {
        let mut after = before.clone();
        change(&mut after);
        self.changes.push(Change::Changed { before: before.clone().into(), after: after.into() });
    }

    /// Adds a fact that is assumed, on nobody's word and without doubt, for no more people than see what it names; gives its
    /// id, which is the same in every answer.
    fn add<T: Fact + Into<AnyFact>>(&mut self, mut fields: Value) -> Result<Uuid, Refusal> {
        let id = T::Id::from_key(&format!("assumed {} {} {}", self.assumed.0, self.at, self.changes.len())).uuid();
        fields["id"] = id.to_string().into();
        fields[T::KEY_FIELD] = id.to_string().into();
        fields["source"] = "aanname".into();
        fields["confidence"] = Confidence::High.code().into();
        let read = |fields: &Value| {
            AnyFact::from_json(T::NOUN, fields.clone()).map_err(|_| {
                ["deze waarden passen niet bij elkaar".to_owned(), "these values do not go together".to_owned()]
            })
        };
        let closed = self.view.network().as_closed_as(&read(&fields)?).max(self.closed);
        self.closed = closed;
        fields["audience"] = closed.code().into();
        self.changes.push(Change::Added(read(&fields)?));
        Ok(id)
    }

    /// The day of the view, as dates of facts are written.
    fn today(&self) -> Result<PartialDate, Refusal> {
        PartialDate::from_day(self.view.valid_at()).map_err(|_| {
            [
                "op deze dag kan niets worden aangenomen: kies een jaar van vier cijfers".to_owned(),
                "nothing can be assumed on this day: choose a year of four digits".to_owned(),
            ]
        })
    }

    fn organisation(&self, id: OrganisationId) -> Result<Ix<Organisation>, Refusal> {
        let found = self.view.network().organisations.by_id(id).filter(|ix| self.view.sees(*ix).is_some());
        found.map_or_else(
            || refuse("deze organisatie is er niet op deze dag", "this organisation is not there on this day"),
            Ok,
        )
    }
}
