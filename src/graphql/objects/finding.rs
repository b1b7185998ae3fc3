//! What the facts break or leave open, and how complete they are.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::completeness;
use network::facts::{Language, Severity};
use network::findings::{self, RuleCode};
use network::view::View;

use super::citation::{self, Citation};
use super::node::Node;
use super::{DeclaredCount, Rule};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, PageArgs, connection, list};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::int;

connection! {
    /// A page of findings.
    FindingConnection, FindingEdge of Finding
}

/// A finding in a view.
#[derive(Clone)]
pub struct Finding {
    view: Arc<View>,
    all: Arc<[findings::Finding]>,
    at: usize,
}

impl Finding {
    const BY_RULE: Order<Self> = Order {
        name: "rule",
        key: |node| {
            let row = node.row();
            let mut bytes = vec![row.rule as u8];
            bytes.extend(row.key.as_bytes());
            bytes
        },
    };

    fn row(&self) -> &findings::Finding {
        &self.all[self.at]
    }

    /// The findings of a view that are asked for, by rule.
    pub(in crate::graphql) fn page(
        ctx: &Context<'_>,
        view: &Arc<View>,
        rules: Option<Vec<String>>,
        severity: Option<Severity>,
        page: PageArgs,
    ) -> Result<FindingConnection, ApiError> {
        let known = |text: &String| {
            text.parse::<RuleCode>().map_err(|_| {
                let text: String = text.chars().take(20).collect();
                ApiError::bad_user_input(
                    format!("er is geen regel \"{text}\"; regels zijn R01 tot en met R20"),
                    format!("there is no rule \"{text}\"; rules are R01 to R20"),
                )
            })
        };
        let rules: Option<Vec<RuleCode>> = rules.map(|rules| rules.iter().map(known).collect()).transpose()?;
        let all = Reader::of(ctx)?.findings(view);
        let wanted = |finding: &findings::Finding| {
            rules.as_ref().is_none_or(|rules| rules.contains(&finding.rule))
                && severity.is_none_or(|severity| finding.severity == severity)
        };
        let places: Vec<usize> =
            all.iter().enumerate().filter(|(_, finding)| wanted(finding)).map(|(at, _)| at).collect();
        let make = |at: &usize| Self { view: view.clone(), all: all.clone(), at: *at };
        Ok(FindingConnection(page.over(ctx, &places, make, Self::BY_RULE)?))
    }
}

/// One thing in which the facts break a rule of the cooperation or leave it open (bevinding).
#[Object(serial)]
impl Finding {
    /// Code of the rule, as in `rules`.
    async fn rule(&self) -> Code<RuleCode> {
        Code(self.row().rule)
    }

    /// The rule in words; null when the facts do not state it.
    async fn rule_text(&self) -> Option<Rule> {
        let network = self.view.network();
        let ix = network.rules.by_key(self.row().rule.code())?;
        self.view.fact(&network.rules, ix).map(|_| Rule::new(&self.view, ix))
    }

    /// How grave it is.
    async fn severity(&self) -> Code<Severity> {
        Code(self.row().severity)
    }

    /// What was found, in words.
    async fn message(
        &self,
        #[graphql(desc = "Which language; EN when not given.")] lang: Option<Code<Language>>,
    ) -> &str {
        self.row().message(lang.map_or(Language::En, |lang| lang.0))
    }

    /// What it is about, the most telling first.
    async fn subjects(&self, ctx: &Context<'_>) -> Result<Vec<Node>, ApiError> {
        list(ctx, self.row().subjects.iter().map(|node| Node::new(&self.view, *node)))
    }
}

/// A declared number beside what is known.
pub struct Completeness {
    view: Arc<View>,
    row: completeness::Completeness,
}

impl Completeness {
    pub(in crate::graphql) fn list(ctx: &Context<'_>, view: &Arc<View>) -> Result<Vec<Self>, ApiError> {
        list(ctx, completeness::completeness(view).into_iter().map(|row| Self { view: view.clone(), row }))
    }
}

/// A number that a source states beside the number that is known (rule R18): 22/22, 1/9 (volledigheid).
#[Object(serial)]
impl Completeness {
    /// What is counted.
    async fn what(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        self.row.what(&self.view, lang.map_or(Language::Nl, |lang| lang.0))
    }

    /// Who states it, with its id.
    async fn declared_count(&self) -> DeclaredCount {
        DeclaredCount::new(&self.view, self.row.declared_count)
    }

    /// The number that the source states: a claim, the same in every view.
    async fn declared(&self) -> i32 {
        int(self.row.declared)
    }

    /// How many are known, of medium confidence or better.
    async fn known(&self) -> i32 {
        int(self.row.known)
    }

    /// The group, body or agreement whose members or parts are counted; null when it is not in the view.
    async fn subject(&self) -> Option<Node> {
        self.view.sees(self.row.subject).map(|_| Node::new(&self.view, self.row.subject))
    }

    /// On whose word the declared number stands.
    async fn sources(&self) -> Vec<Citation<'_>> {
        let network = self.view.network();
        citation::of(network, network.declared_counts.get(self.row.declared_count))
    }

    /// A remark; null when there is none.
    async fn note(&self) -> Option<&str> {
        self.view.network().declared_counts.get(self.row.declared_count).note.as_deref()
    }
}
