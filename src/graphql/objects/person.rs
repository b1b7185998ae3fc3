//! Persons in public office.

use async_graphql::{Context, ID, Object};
use network::facts::Language;
use network::period::Tense;
use network::source::Confidence;

use super::citation::Citation;
use super::{Office, Organisation, Person, PersonContact, Seat, Statement, name_then_id};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::page::{Order, connection, list};
use crate::graphql::scalars::PartialDate;

connection! {
    /// A page of persons.
    PersonConnection, PersonEdge of Person
}

impl Person {
    /// Dutch order of names.
    pub(in crate::graphql) const BY_NAME: Order<Self> = Order {
        name: "name",
        key: |node| {
            name_then_id(node.network().alphabets.persons.key(node.ix), network::id::FactId::uuid(node.row().id))
        },
    };
}

/// A person who acts in public by office: name and office only (persoon).
#[Object(serial)]
impl Person {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key in addresses.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.row().name
    }

    /// Offices held on the day.
    async fn offices(&self, ctx: &Context<'_>) -> Result<Vec<Office>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.offices, network.belonging.offices_of.of(self.ix));
        let rows = rows.filter(|(_, row)| Organisation::by_id(&self.view, row.organisation).is_some());
        list(ctx, rows.map(|(ix, _)| Office::new(&self.view, ix)))
    }

    /// Seats held on the day.
    async fn seats(&self, ctx: &Context<'_>) -> Result<Vec<Seat>, ApiError> {
        let rows = self.network().belonging.seats_of_person.of(self.ix);
        list(ctx, rows.filter(|ix| self.view.sees(*ix) == Some(Tense::Current)).map(|ix| Seat::new(&self.view, ix)))
    }

    /// How the person is reached, as far as who asks may know.
    async fn contacts(&self, ctx: &Context<'_>) -> Result<Vec<PersonContact>, ApiError> {
        let network = self.network();
        let rows = network.belonging.contacts_of_person.of(self.ix);
        let rows = rows.filter(|ix| self.view.fact(&network.person_contacts, *ix).is_some());
        list(ctx, rows.map(|ix| PersonContact::new(&self.view, ix)))
    }

    /// What this person said that matters to the network.
    async fn quotes(&self, ctx: &Context<'_>) -> Result<Vec<Statement>, ApiError> {
        let id = self.row().id;
        let rows = self
            .network()
            .statements
            .iter()
            .filter(|(ix, row)| row.speaker == Some(id) && self.view.sees(*ix).is_some());
        list(ctx, rows.map(|(ix, _)| Statement::new(&self.view, ix)))
    }

    /// How sure.
    async fn confidence(&self) -> Code<Confidence> {
        Code(self.row().confidence)
    }

    /// Who may see it.
    async fn audience(&self) -> Code<network::audience::Audience> {
        Code(self.row().audience)
    }

    /// The partner that holds the record; null: none.
    async fn holder(&self) -> Option<Organisation> {
        Organisation::by_id(&self.view, self.row().holder?)
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}

/// An office that a person holds at an organisation (functie).
#[Object(serial)]
impl Office {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// The office in words; Dutch unless another language is asked for.
    async fn label(
        &self,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> &str {
        let row = self.row();
        super::in_language(lang, &row.label_nl, row.label_en.as_deref())
    }

    /// Where; null only when it is not in the view.
    async fn organisation(&self) -> Option<Organisation> {
        Organisation::by_id(&self.view, self.row().organisation)
    }

    /// Since when; null: not known, it counts as always.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when; null: it goes on.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// Who may see it.
    async fn audience(&self) -> Code<network::audience::Audience> {
        Code(self.row().audience)
    }

    /// The partner that holds the record; null: none.
    async fn holder(&self) -> Option<Organisation> {
        Organisation::by_id(&self.view, self.row().holder?)
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}
