//! What sources say in words, documents and rules.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use network::facts::{self, Language, Severity, StatementKind};
use network::source::Confidence;
use network::table::Ix;
use network::view::View;

use super::citation::Citation;
use super::{Agreement, Document, Initiative, Person, Rule, Statement};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::page::{Order, connection, list};
use crate::graphql::scalars::{Decimal, PartialDate, Url};

connection! {
    /// A page of statements.
    StatementConnection, StatementEdge of Statement
}

impl Statement {
    /// Kind by kind, each in the order of its source.
    pub(in crate::graphql) const BY_KIND: Order<Self> = Order {
        name: "kind",
        key: |node| {
            let row = node.row();
            let mut bytes = vec![row.kind as u8];
            bytes.extend(row.position.to_be_bytes());
            bytes.extend(node.key_order());
            bytes
        },
    };

    /// Statements kind by kind, each in the order of its source.
    pub(super) fn list(
        ctx: &Context<'_>,
        view: &Arc<View>,
        mut rows: Vec<Ix<facts::Statement>>,
    ) -> Result<Vec<Self>, ApiError> {
        rows.retain(|ix| view.sees(*ix).is_some());
        rows.sort_by_cached_key(|ix| Self::BY_KIND.key_of(&Self::new(view, *ix)));
        list(ctx, rows.into_iter().map(|ix| Self::new(view, ix)))
    }
}

/// A sentence of a source that carries meaning for the network: a principle, a question to the partners, an action line,
/// a claim (uitspraak).
#[Object(serial)]
impl Statement {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key of the statement.
    async fn key(&self) -> &str {
        &self.row().key
    }

    /// What it is.
    async fn kind(&self) -> Code<StatementKind> {
        Code(self.row().kind)
    }

    /// Place among its kind, from 1.
    async fn position(&self) -> u32 {
        self.row().position
    }

    /// The words; Dutch unless another language is asked for.
    async fn text(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.text_nl, row.text_en.as_deref())
    }

    /// Heading under which the source puts it; null: none.
    async fn theme(&self) -> Option<&str> {
        self.row().theme.as_deref()
    }

    /// The rule that follows from it; null: none.
    async fn rule(&self) -> Option<Rule> {
        let ix = self.network().rules.by_id(self.row().rule?)?;
        self.view.fact(&self.network().rules, ix).map(|_| Rule::new(&self.view, ix))
    }

    /// The agreement it belongs to; null: none.
    async fn agreement(&self) -> Option<Agreement> {
        let ix = self.network().agreements.by_id(self.row().agreement?)?;
        self.view.sees(ix).map(|_| Agreement::new(&self.view, ix))
    }

    /// The initiative it belongs to; null: none.
    async fn initiative(&self) -> Option<Initiative> {
        let ix = self.network().initiatives.by_id(self.row().initiative?)?;
        self.view.sees(ix).map(|_| Initiative::new(&self.view, ix))
    }

    /// The agreement it speaks of; null: none.
    async fn refers_to(&self) -> Option<Agreement> {
        let ix = self.network().agreements.by_id(self.row().refers_to?)?;
        self.view.sees(ix).map(|_| Agreement::new(&self.view, ix))
    }

    /// The statement that it details; null: none.
    async fn parent(&self) -> Option<Statement> {
        let ix = self.network().statements.by_id(self.row().parent?)?;
        self.view.sees(ix).map(|_| Self::new(&self.view, ix))
    }

    /// Who says it; null: the source itself.
    async fn speaker(&self) -> Option<Person> {
        let ix = self.network().persons.by_id(self.row().speaker?)?;
        self.view.sees(ix).map(|_| Person::new(&self.view, ix))
    }

    /// A number in it; null: none.
    async fn number(&self) -> Option<Decimal> {
        self.row().number.map(Decimal)
    }

    /// What the number counts; null without a number.
    async fn unit(&self) -> Option<&str> {
        self.row().unit.as_deref()
    }

    /// How sure.
    async fn confidence(&self) -> Code<Confidence> {
        Code(self.row().confidence)
    }

    /// Who may see it.
    async fn audience(&self) -> Code<network::audience::Audience> {
        Code(self.row().audience)
    }

    /// A remark; null when there is none.
    async fn note(&self) -> Option<&str> {
        self.row().note.as_deref()
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}

/// A document that sources cite.
#[Object(serial)]
impl Document {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key by which sources cite it.
    async fn key(&self) -> &str {
        &self.row().key
    }

    /// Title; Dutch unless another language is asked for.
    async fn title(
        &self,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> &str {
        let row = self.row();
        super::in_language(lang, &row.title_nl, row.title_en.as_deref())
    }

    /// What it is: presentation, minutes, register.
    async fn kind(&self) -> &str {
        &self.row().kind
    }

    /// Its date, as far as known; null: unknown.
    async fn date(&self) -> Option<PartialDate> {
        self.row().date.map(PartialDate)
    }

    /// Web address; null when it is not on the web.
    async fn url(&self) -> Option<Url> {
        self.row().url.clone().map(Url)
    }

    /// Number of pages; null: unknown.
    async fn pages(&self) -> Option<u32> {
        self.row().pages
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}

/// A rule of the cooperation, R01 to R20 (spelregel).
#[Object(serial)]
impl Rule {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Its code: R01.
    async fn code(&self) -> &str {
        &self.row().key
    }

    /// Title; Dutch unless another language is asked for.
    async fn title(
        &self,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> &str {
        let row = self.row();
        super::in_language(lang, &row.title_nl, Some(&row.title_en))
    }

    /// The rule in words; Dutch unless another language is asked for.
    async fn text(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.text_nl, Some(&row.text_en))
    }

    /// How grave a breach is.
    async fn severity(&self) -> Code<Severity> {
        Code(self.row().severity)
    }

    /// Whether we added it for the sake of the data; else it stands in the presentation.
    async fn ours(&self) -> bool {
        self.row().ours
    }

    /// How sure.
    async fn confidence(&self) -> Code<Confidence> {
        Code(self.row().confidence)
    }

    /// Who may see it.
    async fn audience(&self) -> Code<network::audience::Audience> {
        Code(self.row().audience)
    }

    /// A remark; null when there is none.
    async fn note(&self) -> Option<&str> {
        self.row().note.as_deref()
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}
