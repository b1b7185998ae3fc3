//! Where organisations stand, and why.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::coalition::{self, CoalitionStatus, CoalitionTier, EvidenceRoute, MissingCode};
use network::facts::{self, Language, ProgrammeLineKind};
use network::links::Participation;
use network::source::Confidence;
use network::table::Ix;
use network::view::View;

use super::citation::{self, Citation};
use super::node::Node;
use super::{Contribution, Organisation, ProgrammeLine};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, connection, list};
use crate::graphql::scalars::PartialDate;

connection! {
    /// A page of standings.
    StandingConnection, StandingEdge of Standing
}

/// Where one organisation stands towards one line.
#[derive(Clone)]
pub struct Standing {
    pub(super) view: Arc<View>,
    pub(super) coalition: Arc<coalition::Coalition>,
    pub(super) organisation: Ix<facts::Organisation>,
    /// Where it was asked for: how far the organisation stands between others, from 0 to 1.
    pub(super) betweenness: f64,
}

impl Standing {
    /// Who stands most between others first, then Dutch order of the organisations' names.
    pub(super) const BY_BETWEENNESS: Order<Self> = Order {
        name: "betweenness",
        key: |node| {
            // From 0 to 1, so the bits of the complement sort as numbers do.
            let mut bytes = (1.0 - node.betweenness).to_bits().to_be_bytes().to_vec();
            bytes.extend(Self::BY_NAME.key_of(node));
            bytes
        },
    };

    /// Dutch order of the organisations' names.
    pub(super) const BY_NAME: Order<Self> = Order {
        name: "name",
        key: |node| Organisation::BY_NAME.key_of(&Organisation::new(&node.view, node.organisation)),
    };

    pub(super) fn new(
        view: &Arc<View>,
        coalition: &Arc<coalition::Coalition>,
        organisation: Ix<facts::Organisation>,
    ) -> Self {
        Self { view: view.clone(), coalition: coalition.clone(), organisation, betweenness: 0.0 }
    }

    /// Where an organisation stands towards each content line.
    pub(super) fn of(view: &Arc<View>, organisation: Ix<facts::Organisation>) -> Vec<Self> {
        content_lines(view)
            .into_iter()
            .map(|line| view.coalition(line).clone())
            .filter(|coalition| coalition.standing(organisation).is_some())
            .map(|coalition| Self::new(view, &coalition, organisation))
            .collect()
    }

    pub(in crate::graphql) fn organisation_node(&self) -> Organisation {
        Organisation::new(&self.view, self.organisation)
    }

    pub(in crate::graphql) fn line_node(&self) -> ProgrammeLine {
        ProgrammeLine::new(&self.view, self.coalition.line())
    }

    pub(in crate::graphql) fn status_now(&self) -> CoalitionStatus {
        self.coalition.standing(self.organisation).map_or(CoalitionStatus::None, |standing| standing.status)
    }

    fn row(&self) -> Result<&coalition::Standing, ApiError> {
        let row = self.coalition.standing(self.organisation);
        row.ok_or_else(|| ApiError::internal("find a standing", "it left its coalition"))
    }
}

/// Where organisations stand towards the content lines in one view who stood elsewhere in another.
pub(in crate::graphql) fn moved(before: &View, after: &Arc<View>) -> Vec<Standing> {
    shifts(before, after).into_iter().map(|(standing, _)| standing).collect()
}

/// The same, each with the status that it had, if it had any.
pub(in crate::graphql) fn shifts(before: &View, after: &Arc<View>) -> Vec<(Standing, Option<CoalitionStatus>)> {
    let (old, new) = (before.network(), after.network());
    let mut shifts = Vec::new();
    for line in content_lines(after) {
        let coalition = after.coalition(line).clone();
        let earlier = old.programme_lines.by_id(new.programme_lines.get(line).id).map(|line| before.coalition(line));
        for standing in coalition.standings() {
            let id = new.organisations.get(standing.organisation).id;
            let stood = old.organisations.by_id(id).and_then(|ix| earlier?.standing(ix));
            if stood.map(|stood| (stood.status, stood.tier)) != Some((standing.status, standing.tier)) {
                let organisation = standing.organisation;
                let shown = Standing::new(after, &coalition, organisation);
                shifts.push((shown, stood.map(|stood| stood.status)));
            }
        }
    }
    shifts
}

/// The content lines of a view, in the order of the agenda.
pub(super) fn content_lines(view: &View) -> Vec<Ix<facts::ProgrammeLine>> {
    lines(view, Some(ProgrammeLineKind::Content))
}

/// The lines of a view, content lines first, in the order of the agenda.
pub(in crate::graphql) fn lines(view: &View, kind: Option<ProgrammeLineKind>) -> Vec<Ix<facts::ProgrammeLine>> {
    let rows = view.network().programme_lines.iter();
    let mut rows: Vec<_> =
        rows.filter(|(ix, row)| view.sees(*ix).is_some() && kind.is_none_or(|kind| row.kind == kind)).collect();
    rows.sort_by(|(_, a), (_, b)| (a.kind, a.position, &a.slug).cmp(&(b.kind, b.position, &b.slug)));
    rows.into_iter().map(|(ix, _)| ix).collect()
}

/// Where an organisation stands towards a programme line on the day of the view, and why.
#[Object(serial)]
impl Standing {
    /// Who.
    async fn organisation(&self) -> Organisation {
        self.organisation_node()
    }

    /// Towards which line.
    async fn programme_line(&self) -> ProgrammeLine {
        self.line_node()
    }

    /// Where it stands: the first rule that fires.
    async fn status(&self) -> Result<Code<CoalitionStatus>, ApiError> {
        Ok(Code(self.row()?.status))
    }

    /// How near to the heart: core (kern), willing (willend), prospect, outside.
    async fn tier(&self) -> Result<Code<CoalitionTier>, ApiError> {
        Ok(Code(self.row()?.tier))
    }

    /// Whether it takes part in the base. That never makes it a member of a line.
    async fn takes_part_in_base(&self) -> Result<bool, ApiError> {
        Ok(self.row()?.base)
    }

    /// Since when, as written: of the evidence that starts the unbroken run of its present membership. Null: that has no
    /// known start, or there is none.
    async fn since(&self) -> Result<Option<PartialDate>, ApiError> {
        Ok(self.coalition.period(&self.view, self.row()?).since.map(PartialDate))
    }

    /// Until when, as written; null: no end is known.
    async fn until(&self) -> Result<Option<PartialDate>, ApiError> {
        Ok(self.coalition.period(&self.view, self.row()?).until.map(PartialDate))
    }

    /// Strength of the evidence, from 0 to 1, for ranking and line width only; it never decides who is a member. Null for
    /// a precondition.
    async fn strength(&self) -> Result<Option<f64>, ApiError> {
        Ok(self.row()?.strength)
    }

    /// What shows it, by four routes: what holds on the day; of a former member, what held before; of one who declined,
    /// the refusal. Empty for a precondition.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Vec<Evidence>, ApiError> {
        let items = self.coalition.evidence(self.view.network(), self.row()?);
        list(
            ctx,
            items.map(|item| Evidence { view: self.view.clone(), coalition: self.coalition.clone(), item: *item }),
        )
    }

    /// What its commitments bring in.
    async fn contributions(&self, ctx: &Context<'_>) -> Result<Vec<Contribution>, ApiError> {
        let items = self.coalition.contributions(&self.view, self.row()?);
        list(ctx, items.map(|(_, ix)| Contribution::new(&self.view, ix)))
    }

    /// What would lift it one step. Empty for a contributing one and for a precondition.
    async fn missing(&self, ctx: &Context<'_>) -> Result<Vec<MissingEvidence>, ApiError> {
        let items = self.coalition.missing(&self.view, self.row()?);
        list(ctx, items.into_iter().map(|item| MissingEvidence { view: self.view.clone(), item }))
    }
}

/// A piece of evidence.
pub struct Evidence {
    view: Arc<View>,
    coalition: Arc<coalition::Coalition>,
    item: coalition::Evidence,
}

/// What shows that an organisation takes part in a line (bewijs).
#[Object(serial)]
impl Evidence {
    /// By which path.
    async fn route(&self) -> Code<EvidenceRoute> {
        Code(self.item.route)
    }

    /// The way from the organisation to the line: what it did, where, what that is a part of, the line.
    async fn path(&self) -> Vec<Node> {
        self.coalition.path(&self.item).into_iter().map(|node| Node::new(&self.view, node)).collect()
    }

    /// Weight in the strength before the factors of status and confidence, from 0 to 1; 0 for a refusal.
    async fn weight(&self) -> f64 {
        self.item.weight
    }

    /// Since when, as written; null: not known, it counts as always.
    async fn since(&self) -> Option<PartialDate> {
        self.period().since.map(PartialDate)
    }

    /// Until when, as written; null: it goes on.
    async fn until(&self) -> Option<PartialDate> {
        self.period().until.map(PartialDate)
    }

    /// The weakest fact on the path.
    async fn confidence(&self) -> Code<Confidence> {
        Code(self.item.confidence)
    }

    /// On whose word: of the seat, commitment or signature.
    async fn sources(&self) -> Vec<Citation<'_>> {
        let network = &**self.view.network();
        match self.item.participation {
            Participation::Seat(ix) => citation::of(network, network.seats.get(ix)),
            Participation::Commitment(ix) => citation::of(network, network.commitments.get(ix)),
            Participation::Signature(ix) => citation::of(network, network.signatures.get(ix)),
        }
    }
}

impl Evidence {
    fn period(&self) -> network::period::Period {
        let network = self.view.network();
        let period = match self.item.participation {
            Participation::Seat(ix) => facts::Fact::period(network.seats.get(ix)),
            Participation::Commitment(ix) => facts::Fact::period(network.commitments.get(ix)),
            Participation::Signature(ix) => facts::Fact::period(network.signatures.get(ix)),
        };
        period.unwrap_or_default()
    }
}

/// One thing that is missing.
pub struct MissingEvidence {
    view: Arc<View>,
    item: coalition::Missing,
}

/// What would lift a standing one step.
#[Object(serial)]
impl MissingEvidence {
    /// What is missing.
    async fn code(&self) -> Code<MissingCode> {
        Code(self.item.code)
    }

    /// In words.
    async fn message(
        &self,
        #[graphql(desc = "Which language; EN when not given.")] lang: Option<Code<Language>>,
    ) -> &str {
        self.item.message(lang.map_or(Language::En, |lang| lang.0))
    }

    /// What it is about; null: about nothing that exists.
    async fn about(&self) -> Option<Node> {
        self.item.about.map(|node| Node::new(&self.view, node))
    }
}
