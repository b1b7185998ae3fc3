//! Partners against lines.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::coalition::{CoalitionStatus, CoalitionTier};
use network::facts;
use network::table::Ix;
use network::view::View;

use super::standing::{Standing, content_lines};
use super::{Organisation, ProgrammeLine};
use crate::graphql::budget::Budget;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::OrganisationFilter;
use crate::graphql::page::MAX_LIST;
use crate::graphql::scalars::int;

/// Who takes part where, as a table.
pub struct InvolvementMatrix {
    view: Arc<View>,
    rows: Vec<Ix<facts::Organisation>>,
    columns: Vec<Ix<facts::ProgrammeLine>>,
}

impl InvolvementMatrix {
    pub(in crate::graphql) fn new(view: &Arc<View>, filter: Option<&OrganisationFilter>) -> Self {
        let rows =
            view.organisations().iter().copied().filter(|ix| filter.is_none_or(|filter| filter.matches(view, *ix)));
        Self { view: view.clone(), rows: rows.collect(), columns: content_lines(view) }
    }
}

/// Who takes part where: one row an organisation, one cell a content line (betrokkenheid).
#[Object(serial)]
impl InvolvementMatrix {
    /// The content lines, in the order of the agenda.
    async fn columns(&self) -> Vec<ProgrammeLine> {
        self.columns.iter().map(|ix| ProgrammeLine::new(&self.view, *ix)).collect()
    }

    /// Organisations in Dutch order of their names; at most 1,000, see `truncated`.
    async fn rows(&self, ctx: &Context<'_>) -> Result<Vec<InvolvementRow>, ApiError> {
        let shown = &self.rows[..self.rows.len().min(MAX_LIST)];
        Budget::of(ctx)?.spend(shown.len() * (1 + self.columns.len()))?;
        let columns: Arc<[_]> = self.columns.clone().into();
        let row = |ix: &Ix<facts::Organisation>| InvolvementRow {
            view: self.view.clone(),
            organisation: *ix,
            columns: columns.clone(),
        };
        Ok(shown.iter().map(row).collect())
    }

    /// How many organisations the filter finds.
    async fn row_count(&self) -> i32 {
        int(self.rows.len())
    }

    /// Whether there are more rows than are shown: narrow the filter, then.
    async fn truncated(&self) -> bool {
        self.rows.len() > MAX_LIST
    }
}

/// One organisation against all lines.
pub struct InvolvementRow {
    view: Arc<View>,
    organisation: Ix<facts::Organisation>,
    columns: Arc<[Ix<facts::ProgrammeLine>]>,
}

/// One organisation against all content lines.
#[Object(serial)]
impl InvolvementRow {
    /// Who.
    async fn organisation(&self) -> Organisation {
        Organisation::new(&self.view, self.organisation)
    }

    /// One cell a column, in the order of the columns.
    async fn cells(&self) -> Vec<InvolvementCell> {
        let cell = |line: &Ix<facts::ProgrammeLine>| InvolvementCell {
            view: self.view.clone(),
            organisation: self.organisation,
            line: *line,
        };
        self.columns.iter().map(cell).collect()
    }
}

/// One organisation against one line.
pub struct InvolvementCell {
    view: Arc<View>,
    organisation: Ix<facts::Organisation>,
    line: Ix<facts::ProgrammeLine>,
}

/// Where one organisation stands towards one content line.
#[Object(serial)]
impl InvolvementCell {
    /// The line.
    async fn programme_line(&self) -> ProgrammeLine {
        ProgrammeLine::new(&self.view, self.line)
    }

    /// Where it stands.
    async fn status(&self) -> Code<CoalitionStatus> {
        let standing = self.view.coalition(self.line).standing(self.organisation);
        Code(standing.map_or(CoalitionStatus::None, |standing| standing.status))
    }

    /// How near to the heart.
    async fn tier(&self) -> Code<CoalitionTier> {
        let standing = self.view.coalition(self.line).standing(self.organisation);
        Code(standing.map_or(CoalitionTier::Outside, |standing| standing.tier))
    }

    /// Strength of its evidence, from 0 to 1, for colour only; null when nothing is known of it and it is no partner.
    async fn strength(&self) -> Option<f64> {
        self.view.coalition(self.line).standing(self.organisation)?.strength
    }

    /// The standing with its evidence; null when nothing is known of it and it is no partner.
    async fn standing(&self) -> Option<Standing> {
        let coalition = self.view.coalition(self.line);
        coalition.standing(self.organisation)?;
        Some(Standing::new(&self.view, coalition, self.organisation))
    }
}
