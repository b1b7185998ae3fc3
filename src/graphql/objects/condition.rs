//! On what promises depend.

use std::sync::Arc;

use async_graphql::Object;
use network::codes::Coded;
use network::condition::{Clause, Condition as Whole, Parties};
use network::facts::Language;
use network::id::OrganisationId;
use network::view::View;

use crate::graphql::codes::Code;

/// A condition of a commitment, or a part of one.
#[derive(Clone)]
pub struct Condition {
    view: Arc<View>,
    clause: Clause,
}

impl Condition {
    pub(super) fn new(view: &Arc<View>, clause: &Clause) -> Self {
        Self { view: view.clone(), clause: clause.clone() }
    }
}

/// On what a commitment depends: clauses over who takes part and with how much (voorwaarde).
#[Object(serial)]
impl Condition {
    /// In words.
    async fn text(
        &self,
        #[graphql(desc = "Which language; EN when not given.")] lang: Option<Code<Language>>,
    ) -> String {
        self.words(&self.clause, lang.map_or(Language::En, |lang| lang.0))
    }

    /// As it stands in a file: JSON.
    async fn json(&self) -> String {
        Whole(self.clause.clone()).to_string()
    }
}

impl Condition {
    fn words(&self, clause: &Clause, lang: Language) -> String {
        let nl = lang == Language::Nl;
        let join = |clauses: &[Clause], word: &str| {
            clauses.iter().map(|clause| self.words(clause, lang)).collect::<Vec<_>>().join(word)
        };
        match clause {
            Clause::All(clauses) => format!("({})", join(clauses, if nl { " en " } else { " and " })),
            Clause::Any(clauses) => format!("({})", join(clauses, if nl { " of " } else { " or " })),
            Clause::Includes(id) if nl => format!("{} doet mee", self.name(*id, lang)),
            Clause::Includes(id) => format!("{} joins", self.name(*id, lang)),
            Clause::Parties(Parties { at_least, kind, helix }) => {
                let sorts = [kind.map(Coded::code), helix.map(Coded::code)].into_iter().flatten();
                let sort: String = sorts.map(|code| format!(" {code}")).collect();
                if nl {
                    format!("ten minste {at_least} partijen{sort} doen mee")
                } else {
                    format!("at least {at_least} parties{sort} join")
                }
            }
            Clause::Budget(budget) if nl => format!("samen ten minste € {}", budget.at_least),
            Clause::Budget(budget) => format!("together at least € {}", budget.at_least),
            Clause::Inhabitants(part) if nl => format!("ten minste {} % van de inwoners", part.at_least_pct),
            Clause::Inhabitants(part) => format!("at least {} % of the inhabitants", part.at_least_pct),
            Clause::Level(level) if nl => format!("ambitieniveau {level} wordt bekostigd"),
            Clause::Level(level) => format!("the level of ambition {level} is funded"),
        }
    }

    /// The name of an organisation, when the view has it.
    fn name(&self, id: OrganisationId, lang: Language) -> String {
        let ix = self.view.network().organisations.by_id(id).filter(|ix| self.view.sees(*ix).is_some());
        ix.map_or_else(|| "?".to_owned(), |ix| self.view.name(ix, lang).to_owned())
    }
}
