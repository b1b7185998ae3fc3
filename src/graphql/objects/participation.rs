//! Taking part of organisations in something.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Interface, Union};
use network::facts::Fact;
use network::id::FactId;
use network::links::{Participation as Part, Venue as Place};
use network::source::Confidence;
use network::view::View;

use super::citation::Citation;
use super::{Agreement, Body, Commitment, Initiative, Organisation, ProgrammeLine, Seat, Signature, day_then_id};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, connection, list};
use crate::graphql::scalars::PartialDate;

/// Taking part of organisations in something, for a period, with a source (deelname).
#[derive(Clone, Interface)]
#[expect(clippy::duplicated_attributes, reason = "two fields of an interface may have the same type")]
#[graphql(
    field(name = "id", ty = "ID", desc = "Opaque id, the same in every view."),
    field(
        name = "organisations",
        ty = "Result<Vec<Organisation>, ApiError>",
        desc = "On whose behalf, on the day of the view; of an ended one, when it held."
    ),
    field(name = "venue", ty = "Result<Venue, ApiError>", desc = "Where."),
    field(
        name = "since",
        ty = "Option<PartialDate>",
        desc = "Since when, as written; null: not known, it counts as always."
    ),
    field(name = "until", ty = "Option<PartialDate>", desc = "Until when, as written; null: it goes on."),
    field(name = "ended", ty = "bool", desc = "Whether it has ended on the day of the view."),
    field(name = "confidence", ty = "Code<Confidence>", desc = "How sure."),
    field(name = "sources", ty = "Vec<Citation<'_>>", desc = "On whose word.")
)]
pub enum Participation {
    /// A seat in a body.
    Seat(Seat),
    /// A commitment.
    Commitment(Commitment),
    /// A signature.
    Signature(Signature),
}

/// Where organisations take part: a body by seats, a line or an initiative by commitments, an agreement by signatures
/// and commitments.
#[derive(Clone, Union)]
pub enum Venue {
    /// A body.
    Body(Body),
    /// A programme line.
    ProgrammeLine(ProgrammeLine),
    /// An initiative.
    Initiative(Initiative),
    /// An agreement.
    Agreement(Agreement),
}

/// Kind of participation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ParticipationKind {
    /// Seats in bodies (zetels).
    Seat,
    /// Commitments (toezeggingen).
    Commitment,
    /// Signatures (handtekeningen).
    Signature,
}

connection! {
    /// A page of participations.
    ParticipationConnection, ParticipationEdge of Participation
}

impl Participation {
    /// Those that hold first, then by the day they began.
    pub(super) const IN_TIME: Order<Self> = Order {
        name: "time",
        key: |node| {
            let (view, part) = node.parts();
            let network = view.network();
            let (span, id) = match part {
                Part::Seat(ix) => (network.seats.span(ix), network.seats.get(ix).id().uuid()),
                Part::Commitment(ix) => (network.commitments.span(ix), network.commitments.get(ix).id().uuid()),
                Part::Signature(ix) => (network.signatures.span(ix), network.signatures.get(ix).id().uuid()),
            };
            let mut bytes = vec![u8::from(ended(view, part))];
            bytes.extend(day_then_id(span.from, id));
            bytes
        },
    };

    /// The participation in a view.
    pub(super) fn new(view: &Arc<View>, participation: Part) -> Self {
        match participation {
            Part::Seat(ix) => Self::Seat(Seat::new(view, ix)),
            Part::Commitment(ix) => Self::Commitment(Commitment::new(view, ix)),
            Part::Signature(ix) => Self::Signature(Signature::new(view, ix)),
        }
    }

    fn parts(&self) -> (&Arc<View>, Part) {
        match self {
            Self::Seat(node) => (&node.view, Part::Seat(node.ix)),
            Self::Commitment(node) => (&node.view, Part::Commitment(node.ix)),
            Self::Signature(node) => (&node.view, Part::Signature(node.ix)),
        }
    }
}

impl Venue {
    pub(super) fn new(view: &Arc<View>, place: Place) -> Self {
        match place {
            Place::Body(ix) => Self::Body(Body::new(view, ix)),
            Place::ProgrammeLine(ix) => Self::ProgrammeLine(ProgrammeLine::new(view, ix)),
            Place::Initiative(ix) => Self::Initiative(Initiative::new(view, ix)),
            Place::Agreement(ix) => Self::Agreement(Agreement::new(view, ix)),
        }
    }
}

/// Whether a participation has ended on the day of the view.
pub(super) fn ended(view: &View, participation: Part) -> bool {
    view.sees(participation) == Some(network::period::Tense::Ended)
}

/// Where it takes place.
pub(super) fn venue(view: &Arc<View>, participation: Part) -> Result<Venue, ApiError> {
    let place = view.network().venue(participation);
    // A network whose participation has no venue is refused when it is built.
    place
        .map(|place| Venue::new(view, place))
        .ok_or_else(|| ApiError::internal("find the venue of a participation", "none"))
}

/// On whose behalf it is held on the day, or was when it ended, in Dutch order of the names.
pub(super) fn organisations(
    ctx: &Context<'_>,
    view: &Arc<View>,
    participation: Part,
) -> Result<Vec<Organisation>, ApiError> {
    let network = view.network();
    let links: Vec<_> = network.links_in(participation).collect();
    let last = links.iter().map(|link| link.span.to).max();
    let now = |link: &&&network::links::Link| link.span.contains(view.valid_at());
    let holding = links.iter().any(|link| now(&link));
    let held = links.iter().filter(|link| if holding { now(link) } else { Some(link.span.to) == last });
    let mut rows: Vec<_> = held.filter(|link| view.link(link).is_some()).map(|link| link.organisation).collect();
    rows.sort_by_key(|ix| view.sort_key(*ix));
    rows.dedup();
    list(ctx, rows.into_iter().map(|ix| Organisation::new(view, ix)))
}

/// Fields that every participation has, in the words of its own type.
macro_rules! participation_fields {
    ($(#[doc = $doc:literal])* $node:ident { $($own:tt)* }) => {
        $(#[doc = $doc])*
        #[async_graphql::Object(serial)]
        impl $node {
            /// Opaque id, the same in every view.
            pub(in crate::graphql) async fn id(&self) -> async_graphql::ID {
                self.global_id()
            }

            /// On whose behalf, on the day of the view; of an ended one, when it held.
            pub(in crate::graphql) async fn organisations(&self, ctx: &async_graphql::Context<'_>) -> Result<Vec<$crate::graphql::objects::Organisation>, ApiError> {
                $crate::graphql::objects::participation::organisations(ctx, &self.view, network::links::Participation::$node(self.ix))
            }

            /// Where.
            pub(in crate::graphql) async fn venue(&self) -> Result<$crate::graphql::objects::participation::Venue, ApiError> {
                $crate::graphql::objects::participation::venue(&self.view, network::links::Participation::$node(self.ix))
            }

            /// Since when, as written; null: not known, it counts as always.
            pub(in crate::graphql) async fn since(&self) -> Option<PartialDate> {
                self.row().since.map(PartialDate)
            }

            /// Until when, as written; null: it goes on.
            pub(in crate::graphql) async fn until(&self) -> Option<PartialDate> {
                self.row().until.map(PartialDate)
            }

            /// Whether it has ended on the day of the view.
            pub(in crate::graphql) async fn ended(&self) -> bool {
                $crate::graphql::objects::participation::ended(&self.view, network::links::Participation::$node(self.ix))
            }

            /// How sure.
            pub(in crate::graphql) async fn confidence(&self) -> Code<network::source::Confidence> {
                Code(self.row().confidence)
            }

            /// Who may see it.
            async fn audience(&self) -> Code<network::audience::Audience> {
                Code(self.row().audience)
            }

            /// On whose word.
            pub(in crate::graphql) async fn sources(&self) -> Vec<$crate::graphql::objects::citation::Citation<'_>> {
                self.citations()
            }

            /// A remark; null when there is none.
            async fn note(&self) -> Option<&str> {
                self.row().note.as_deref()
            }

            $($own)*
        }
    };
}
pub(super) use participation_fields;
