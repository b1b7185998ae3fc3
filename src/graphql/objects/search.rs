//! Search as you type.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use network::facts::Language;
use network::node::NodeIx;
use network::search::{self, FacetKind, Hit, MOST_CHARS, SearchText, SearchTextError, SearchType};
use network::view::View;

use super::node::Node;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, Page, PageArgs, PageInfo};
use crate::graphql::scalars::int;

/// Something that was found.
#[derive(Clone)]
pub struct SearchResult {
    view: Arc<View>,
    hit: Hit,
    place: usize,
}

impl SearchResult {
    /// Best first; the place among equals is that of the whole list.
    const BEST_FIRST: Order<Self> = Order {
        name: "score",
        key: |node| {
            // Scores lie in (0, 1], so the bits of their complement sort as numbers do.
            let mut bytes = (1.0 - node.hit.score).to_bits().to_be_bytes().to_vec();
            bytes.extend(u64::try_from(node.place).unwrap_or(u64::MAX).to_be_bytes());
            bytes
        },
    };
}

/// Something that was found, with how well it fits.
#[Object(serial)]
impl SearchResult {
    /// How well it answers what was typed, above 0 and at most 1; 1 for a key or register number in full.
    async fn score(&self) -> f64 {
        self.hit.score
    }

    /// What was found.
    async fn node(&self) -> Node {
        Node::new(&self.view, self.hit.node)
    }

    /// Its name on the day.
    async fn name(
        &self,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> String {
        Node::note(self.view.network(), self.hit.node);
        let (network, pick) =
            (self.view.network(), |nl: &str, en: Option<&str>| super::in_language(lang, nl, en).to_owned());
        match self.hit.node {
            NodeIx::Organisation(ix) => self.view.name(ix, lang.map_or(Language::Nl, |lang| lang.0)).to_owned(),
            NodeIx::StakeholderGroup(ix) => {
                pick(&network.stakeholder_groups.get(ix).name_nl, network.stakeholder_groups.get(ix).name_en.as_deref())
            }
            NodeIx::Body(ix) => pick(&network.bodies.get(ix).name_nl, network.bodies.get(ix).name_en.as_deref()),
            NodeIx::ProgrammeLine(ix) => {
                pick(&network.programme_lines.get(ix).name_nl, network.programme_lines.get(ix).name_en.as_deref())
            }
            NodeIx::Initiative(ix) => {
                pick(&network.initiatives.get(ix).name_nl, network.initiatives.get(ix).name_en.as_deref())
            }
            NodeIx::Agreement(ix) => {
                pick(&network.agreements.get(ix).name_nl, network.agreements.get(ix).name_en.as_deref())
            }
            NodeIx::Person(ix) => network.persons.get(ix).name.clone(),
            other => other.key(network).to_owned(),
        }
    }
}

/// A page of what was found.
pub struct SearchResultConnection {
    view: Arc<View>,
    hits: Vec<Hit>,
    page: Page<SearchResult>,
}

impl SearchResultConnection {
    /// Searches a view.
    pub(in crate::graphql) fn new(
        ctx: &Context<'_>,
        view: &Arc<View>,
        text: &str,
        types: Option<Vec<Code<SearchType>>>,
        page: PageArgs,
    ) -> Result<Self, ApiError> {
        let text: SearchText = text.parse().map_err(|SearchTextError { chars }| {
            ApiError::bad_user_input(
                format!("text: een zoektekst heeft hoogstens {MOST_CHARS} tekens; deze heeft er {chars}"),
                format!("text: a text to search for has at most {MOST_CHARS} characters; this one has {chars}"),
            )
        })?;
        let types: Vec<SearchType> = types.unwrap_or_default().into_iter().map(|code| code.0).collect();
        let hits = view.search(&text, &types);
        let places: Vec<(usize, Hit)> = hits.iter().copied().enumerate().collect();
        let make = |(place, hit): &(usize, Hit)| SearchResult { view: view.clone(), hit: *hit, place: *place };
        let page = page.over(ctx, &places, make, SearchResult::BEST_FIRST)?;
        Ok(Self { view: view.clone(), hits, page })
    }
}

/// A page of what was found, best first, with how it spreads.
#[Object(serial)]
impl SearchResultConnection {
    /// The items of the page with their cursors.
    async fn edges(&self) -> Vec<SearchResultEdge> {
        self.page
            .items()
            .iter()
            .map(|node| SearchResultEdge { cursor: self.page.cursor(node), node: node.clone() })
            .collect()
    }

    /// The items of the page.
    async fn nodes(&self) -> &[SearchResult] {
        self.page.items()
    }

    /// Where the page stands in the list.
    async fn page_info(&self) -> PageInfo {
        self.page.info()
    }

    /// How many were found, on all pages.
    async fn total_count(&self) -> i32 {
        self.page.total()
    }

    /// How all that was found spreads over types, helices and layers of government.
    async fn facets(&self) -> Vec<Facet> {
        let facets = search::facets(&self.view, &self.hits).into_iter();
        facets.map(|facet| Facet { by: Code(facet.by), value: facet.value, count: int(facet.count) }).collect()
    }
}

/// An item of a page with its cursor.
#[derive(SimpleObject)]
pub struct SearchResultEdge {
    /// Where the item stands: give it as `after` to go on from here.
    cursor: String,
    /// The item.
    node: SearchResult,
}

/// How many of what was found have something in common.
#[derive(SimpleObject)]
pub struct Facet {
    /// What they have in common: type, helix or layer.
    by: Code<FacetKind>,
    /// Its code.
    value: &'static str,
    /// How many.
    count: i32,
}
