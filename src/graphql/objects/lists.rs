//! Lists of a view that narrow and page: which rows, and in which order.

use std::sync::Arc;

use async_graphql::Context;
use network::facts::StatementKind;
use network::period::Tense;
use network::view::View;

use super::agreement::AgreementConnection;
use super::body::BodyConnection;
use super::initiative::InitiativeConnection;
use super::organisation::OrganisationConnection;
use super::person::PersonConnection;
use super::statement::StatementConnection;
use super::{Agreement, Body, Initiative, Organisation, Person, Statement};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::{BodyFilter, InitiativeFilter, OrganisationFilter, OrganisationOrder, PersonFilter};
use crate::graphql::page::PageArgs;

/// Organisations that exist on the day.
pub(super) fn organisations(
    ctx: &Context<'_>,
    view: &Arc<View>,
    filter: Option<&OrganisationFilter>,
    order_by: Option<OrganisationOrder>,
    page: PageArgs,
) -> Result<OrganisationConnection, ApiError> {
    let make = |ix: &_| Organisation::new(view, *ix);
    let all = view.organisations();
    let Some(filter) = filter else {
        if order_by.is_none_or(|order| order == OrganisationOrder::NameAsc) {
            return Ok(OrganisationConnection(page.over(ctx, all, make, Organisation::BY_NAME)?));
        }
        return Organisation::ordered(ctx, view, all.to_vec(), order_by, page);
    };
    let found = all.iter().copied().filter(|ix| filter.matches(view, *ix)).collect();
    Organisation::ordered(ctx, view, found, order_by, page)
}

/// Bodies that exist on the day, in Dutch order of their names.
pub(super) fn bodies(
    ctx: &Context<'_>,
    view: &Arc<View>,
    filter: Option<&BodyFilter>,
    page: PageArgs,
) -> Result<BodyConnection, ApiError> {
    let sorted = view.network().alphabets.bodies.sorted();
    let current = sorted.filter(|ix| view.sees(*ix) == Some(Tense::Current));
    let rows: Vec<_> = current.filter(|ix| filter.is_none_or(|filter| filter.matches(view, *ix))).collect();
    Ok(BodyConnection(page.over(ctx, &rows, |ix| Body::new(view, *ix), Body::BY_NAME)?))
}

/// Initiatives that hold on the day, in Dutch order of their names.
pub(super) fn initiatives(
    ctx: &Context<'_>,
    view: &Arc<View>,
    filter: Option<&InitiativeFilter>,
    page: PageArgs,
) -> Result<InitiativeConnection, ApiError> {
    let ended = filter.is_some_and(InitiativeFilter::includes_ended);
    let sorted = view.network().alphabets.initiatives.sorted();
    let seen = sorted.filter(|ix| view.sees(*ix).is_some_and(|tense| ended || tense == Tense::Current));
    let rows: Vec<_> = seen.filter(|ix| filter.is_none_or(|filter| filter.matches(view, *ix))).collect();
    Ok(InitiativeConnection(page.over(ctx, &rows, |ix| Initiative::new(view, *ix), Initiative::BY_NAME)?))
}

/// Agreements that hold on the day, in Dutch order of their names.
///
/// * `include_ended`: those that have ended as well.
pub(super) fn agreements(
    ctx: &Context<'_>,
    view: &Arc<View>,
    include_ended: bool,
    page: PageArgs,
) -> Result<AgreementConnection, ApiError> {
    let sorted = view.network().alphabets.agreements.sorted();
    let seen = sorted.filter(|ix| view.sees(*ix).is_some_and(|tense| include_ended || tense == Tense::Current));
    let rows: Vec<_> = seen.collect();
    Ok(AgreementConnection(page.over(ctx, &rows, |ix| Agreement::new(view, *ix), Agreement::BY_NAME)?))
}

/// Persons who are there, in Dutch order of their names.
pub(super) fn persons(
    ctx: &Context<'_>,
    view: &Arc<View>,
    filter: Option<&PersonFilter>,
    page: PageArgs,
) -> Result<PersonConnection, ApiError> {
    let seen = view.network().alphabets.persons.sorted().filter(|ix| view.sees(*ix).is_some());
    let rows: Vec<_> = seen.filter(|ix| filter.is_none_or(|filter| filter.matches(view, *ix))).collect();
    Ok(PersonConnection(page.over(ctx, &rows, |ix| Person::new(view, *ix), Person::BY_NAME)?))
}

/// Statements that are there, by kind.
pub(super) fn statements(
    ctx: &Context<'_>,
    view: &Arc<View>,
    kinds: Option<&[Code<StatementKind>]>,
    page: PageArgs,
) -> Result<StatementConnection, ApiError> {
    let rows = view.network().statements.iter();
    let rows =
        rows.filter(|(ix, row)| view.sees(*ix).is_some() && kinds.is_none_or(|kinds| kinds.contains(&Code(row.kind))));
    let mut rows: Vec<_> = rows.map(|(ix, _)| ix).collect();
    let make = |ix: &_| Statement::new(view, *ix);
    rows.sort_by_cached_key(|ix| Statement::BY_KIND.key_of(&make(ix)));
    Ok(StatementConnection(page.over(ctx, &rows, make, Statement::BY_KIND)?))
}
