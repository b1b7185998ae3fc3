//! Who knows whom, how they are reached, and how partners want to be informed.

use async_graphql::{ID, Object};
use network::facts::{ContactKind, InformChannel, TieStrength};

use super::held::Held;
use crate::graphql::codes::Code;
use crate::graphql::global_id;
use crate::graphql::objects::*;
use crate::graphql::scalars::PartialDate;

/// Two persons know each other; what they say of it decays with time (band).
#[Object(serial)]
impl Tie {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// One of the two.
    async fn from_person(&self) -> Option<Person> {
        let ix = self.network().persons.by_id(self.row().from_person)?;
        self.view.sees(ix).map(|_| Person::new(&self.view, ix))
    }

    /// The other.
    async fn to_person(&self) -> Option<Person> {
        let ix = self.network().persons.by_id(self.row().to_person)?;
        self.view.sees(ix).map(|_| Person::new(&self.view, ix))
    }

    /// How strong it was when it was last said.
    async fn strength(&self) -> Code<TieStrength> {
        Code(self.row().strength)
    }

    /// When that was last said; null: not known.
    async fn confirmed_on(&self) -> Option<PartialDate> {
        self.row().confirmed_on.map(PartialDate)
    }

    /// Since when; null: not known.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when; null: it goes on.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}

/// How a person is reached (contactgegeven).
#[Object(serial)]
impl PersonContact {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Whose.
    async fn person(&self) -> Option<Person> {
        let ix = self.network().persons.by_id(self.row().person)?;
        self.view.sees(ix).map(|_| Person::new(&self.view, ix))
    }

    /// What kind.
    async fn kind(&self) -> Code<ContactKind> {
        Code(self.row().kind)
    }

    /// Address or number.
    async fn value(&self) -> &str {
        &self.row().value
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}

/// How a partner wants to be informed (informatievoorkeur).
#[Object(serial)]
impl Preference {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Which partner; null only when it is not in the view.
    async fn organisation(&self) -> Option<Organisation> {
        let ix = self.network().organisations.by_id(self.row().organisation)?;
        self.view.sees(ix).map(|_| Organisation::new(&self.view, ix))
    }

    /// About what; null: about everything.
    async fn topic(&self) -> Option<Topic> {
        let ix = self.network().topics.by_id(self.row().topic?)?;
        Some(Topic::new(&self.view, ix))
    }

    /// Through whom; null: nobody in particular.
    async fn person(&self) -> Option<Person> {
        let ix = self.network().persons.by_id(self.row().person?)?;
        self.view.sees(ix).map(|_| Person::new(&self.view, ix))
    }

    /// In which way.
    async fn channel(&self) -> Code<InformChannel> {
        Code(self.row().channel)
    }

    /// How often, in words; null: not said.
    async fn frequency(&self) -> Option<&str> {
        self.row().frequency.as_deref()
    }

    /// Since when; null: not known.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when; null: it goes on.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}
