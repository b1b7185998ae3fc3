//! What ties two nodes of a projection.

use crate::codes;

codes! {
    /// Why two nodes are linked. The first nine are of [`Projection::Full`](super::Projection::Full) and run from source
    /// to target, the others are of the projections of organisations and
    /// of persons and have no direction.
    pub enum LinkKind {
        /// On whose behalf a seat is held (organisation or group), or who holds it (person) → body.
        Seat,
        /// Who promises → line, initiative or agreement. Refusals and withdrawn promises are no links.
        Commitment,
        /// Who signed → agreement.
        Signature,
        /// Agreement → line.
        Covers,
        /// Body → line or initiative.
        Steers,
        /// Initiative → line, initiative or agreement; organisation → group; organ → organisation; one party →
        /// another, when a relation says so.
        PartOf,
        /// Organisation → organisation, body → body that it reports to.
        Parent,
        /// Partner → the network's own organisation.
        Partnership,
        /// Who speaks → for whom.
        Represents,
        /// They share a venue of any kind.
        CoParticipation,
        /// They share a body.
        CoSeat,
        /// They share a line, initiative or agreement by commitments.
        CoCommitment,
        /// They know each other: somebody says so, or they talked.
        Acquaintance,
    }
}

/// A link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Why the two are linked.
    pub kind: LinkKind,
    /// How strong the tie is.
    ///
    /// In a projection of organisations what sharing weighs, above 0; in that of persons how reliable the tie is, in (0, 1],
    /// in the better of its directions. In [`Projection::Full`](super::Projection::Full)
    /// only of links that are evidence of taking part in a content line: the strength, in (0, 1], of what the two have
    /// of that kind, 1 − Π(1 − weight · status factor · confidence factor), as in a standing; the highest when it is
    /// evidence for several lines. `None` of all other links.
    pub strength: Option<f64>,
}
