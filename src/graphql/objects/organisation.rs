//! Partners and addressees.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use network::facts::{GovernmentLayer, Helix, Language, OrganisationKind};
use network::graph::Projection;
use network::id::FactId;
use network::links::Participation as Part;
use network::period::Tense;
use network::source::Confidence;
use network::view::View;
use rustc_hash::FxHashSet;

use super::change::{Change, ChangeConnection};
use super::citation::Citation;
use super::participation::{Participation, ParticipationConnection, ParticipationKind};
use super::position::Position;
use super::standing::Standing;
use super::{
    Contact, GroupMembership, Identifier, MergedOrganisation, MunicipalityStatistics, Name, Organisation, Partnership,
    Relation, StakeholderGroup, name_then_id,
};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::OrganisationOrder;
use crate::graphql::page::{Order, PageArgs, connection, list};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::PartialDate;

connection! {
    /// A page of organisations.
    OrganisationConnection, OrganisationEdge of Organisation
}

impl Organisation {
    /// Dutch order of names.
    pub(in crate::graphql) const BY_NAME: Order<Self> =
        Order { name: "name", key: |node| name_then_id(node.view.sort_key(node.ix), node.row().id.uuid()) };

    /// Dutch order of names, last first.
    pub(in crate::graphql) const BY_NAME_DESC: Order<Self> =
        Order { name: "name-desc", key: |node| Self::BY_NAME.key_of(node).into_iter().map(|byte| !byte).collect() };

    /// Most inhabitants first, unknown ones last.
    pub(in crate::graphql) const BY_INHABITANTS_DESC: Order<Self> = Order {
        name: "inhabitants-desc",
        key: |node| {
            let mut bytes = (u32::MAX - node.view.statistics(node.ix).and_then(|row| row.inhabitants).unwrap_or(0))
                .to_be_bytes()
                .to_vec();
            bytes.extend(Self::BY_NAME.key_of(node));
            bytes
        },
    };

    /// An organisation by id, when the view has it.
    pub(in crate::graphql) fn by_id(view: &Arc<View>, id: network::id::OrganisationId) -> Option<Self> {
        let ix = view.network().organisations.by_id(id)?;
        view.sees(ix).map(|_| Self::new(view, ix))
    }
}

/// A partner or addressee of the network: municipality, school, company, association, ministry (organisatie).
#[Object(serial)]
impl Organisation {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key in addresses: `gemeente-zwolle`.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// Name on the day of the view; Dutch unless another language is asked for. Without an English name for the day, the
    /// Dutch one.
    async fn name(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        self.view.name(self.ix, lang.map_or(Language::Nl, |lang| lang.0))
    }

    /// All names it has or had: official, short, abbreviations, aliases, each with its period.
    async fn other_names(&self, ctx: &Context<'_>) -> Result<Vec<Name>, ApiError> {
        let network = self.network();
        let rows = network.belonging.names_of_organisation.of(self.ix);
        list(ctx, rows.filter(|ix| self.view.fact(&network.names, *ix).is_some()).map(|ix| Name::new(&self.view, ix)))
    }

    /// What it is.
    async fn kind(&self) -> Code<OrganisationKind> {
        Code(self.row().kind)
    }

    /// In whose name it sits: one of the three O's, or what ties them.
    async fn helix(&self) -> Code<Helix> {
        Code(self.row().helix)
    }

    /// Layer of government (bestuurslaag); null outside government.
    async fn layer(&self) -> Option<Code<GovernmentLayer>> {
        self.row().layer.map(Code)
    }

    /// What turned out to be this organisation: it answers to their ids and keys.
    async fn merged(&self, ctx: &Context<'_>) -> Result<Vec<MergedOrganisation>, ApiError> {
        let rows = self.network().merged_into(self.row().id);
        list(ctx, rows.map(|ix| MergedOrganisation::new(&self.view, ix)))
    }

    /// Register numbers: TOOI, CBS, OIN, RSIN, KVK, Wikidata.
    async fn identifiers(&self, ctx: &Context<'_>) -> Result<Vec<Identifier>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.identifiers, network.belonging.identifiers_of.of(self.ix));
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|(_, a), (_, b)| (&a.scheme, &a.value).cmp(&(&b.scheme, &b.value)));
        list(ctx, rows.into_iter().map(|(ix, _)| Identifier::new(&self.view, ix)))
    }

    /// What it is a part of: the Rijk for a ministry; null when it stands alone.
    async fn parent(&self) -> Option<Organisation> {
        Self::by_id(&self.view, self.row().parent?)
    }

    /// Its parts, in Dutch order of their names.
    async fn parts(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.organisations, network.belonging.parts_of_organisation.of(self.ix));
        let mut rows: Vec<_> = rows.map(|(ix, _)| ix).collect();
        rows.sort_by_key(|ix| self.view.sort_key(*ix));
        list(ctx, rows.into_iter().map(|ix| Self::new(&self.view, ix)))
    }

    /// The province in which a municipality lies; null elsewhere.
    async fn territory(&self) -> Option<Organisation> {
        Self::by_id(&self.view, self.row().territory?)
    }

    /// Stakeholder groups it belongs to on the day.
    async fn groups(&self, ctx: &Context<'_>) -> Result<Vec<StakeholderGroup>, ApiError> {
        let network = self.network();
        let memberships = self.view.current(&network.group_memberships, network.belonging.memberships_of.of(self.ix));
        let mut groups: Vec<_> = memberships
            .filter_map(|(_, row)| network.stakeholder_groups.by_id(row.group))
            .filter(|ix| self.view.sees(*ix).is_some())
            .collect();
        groups.sort_by_key(|ix| network.alphabets.groups.key(*ix));
        list(ctx, groups.into_iter().map(|ix| StakeholderGroup::new(&self.view, ix)))
    }

    /// When it belonged to which stakeholder group: memberships that hold first, then those that have ended.
    async fn group_memberships(&self, ctx: &Context<'_>) -> Result<Vec<GroupMembership>, ApiError> {
        let network = self.network();
        let rows = network.belonging.memberships_of.of(self.ix);
        let mut rows: Vec<_> =
            rows.filter_map(|ix| Some((self.view.fact(&network.group_memberships, ix)?, ix))).collect();
        rows.sort_by_key(|(tense, ix)| (std::cmp::Reverse(*tense), network.group_memberships.span(*ix).from));
        list(ctx, rows.into_iter().map(|(_, ix)| GroupMembership::new(&self.view, ix)))
    }

    /// Other ties on the day: represents, part of, owned by, …
    async fn relations(&self, ctx: &Context<'_>) -> Result<Vec<Relation>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.relations, network.belonging.relations_of_organisation.of(self.ix));
        Relation::list(ctx, &self.view, rows.map(|(ix, _)| ix).collect())
    }

    /// Public contact details: website, e-mail, social media.
    async fn contacts(&self, ctx: &Context<'_>) -> Result<Vec<Contact>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.contacts, network.belonging.contacts_of.of(self.ix));
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|(_, a), (_, b)| (a.kind, &a.value).cmp(&(b.kind, &b.value)));
        list(ctx, rows.into_iter().map(|(ix, _)| Contact::new(&self.view, ix)))
    }

    /// Number of inhabitants; null outside municipalities and where no figure is known.
    async fn inhabitants(&self) -> Option<u32> {
        self.view.statistics(self.ix)?.inhabitants
    }

    /// Figures of a municipality; null elsewhere.
    async fn statistics_of_municipality(&self) -> Option<MunicipalityStatistics> {
        let id = self.view.statistics(self.ix)?.id;
        let ix = self.network().municipality_statistics.by_id(id)?;
        Some(MunicipalityStatistics::new(&self.view, ix))
    }

    /// Its partnership on the day, or, when it is no partner now, the last one that ended. Null: an addressee only.
    async fn partnership(&self) -> Option<Partnership> {
        self.view.partnership(self.ix).map(|(ix, _)| Partnership::new(&self.view, ix))
    }

    /// Whether it takes part in the base on the day: all partners do (rule R02).
    async fn takes_part_in_base(&self) -> bool {
        self.view.is_partner(self.ix)
    }

    /// Since when it exists; null: before everything we know.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when it existed; null: it exists.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// Where it takes part: seats held on its behalf, its commitments and signatures. Those that hold first, then by
    /// date. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn participations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these kinds; all when not given.")] kinds: Option<Vec<ParticipationKind>>,
        #[graphql(desc = "Whether those that have ended are shown as well.", default_with = "Some(false)")]
        include_ended: Option<bool>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<ParticipationConnection, ApiError> {
        let include_ended = include_ended == Some(true);
        let wanted = |participation| {
            let kind = match participation {
                Part::Seat(_) => ParticipationKind::Seat,
                Part::Commitment(_) => ParticipationKind::Commitment,
                Part::Signature(_) => ParticipationKind::Signature,
            };
            kinds.as_ref().is_none_or(|kinds| kinds.contains(&kind))
        };
        let links = self.view.links_of(self.ix).filter(|(_, tense)| include_ended || *tense == Tense::Current);
        let mut items: Vec<_> = links.map(|(link, _)| link.participation).filter(|part| wanted(*part)).collect();
        let make = |part: &Part| Participation::new(&self.view, *part);
        items.sort_by_cached_key(|part| Participation::IN_TIME.key_of(&make(part)));
        items.dedup();
        let page = PageArgs::new(first, after, last, before);
        Ok(ParticipationConnection(page.over(ctx, &items, make, Participation::IN_TIME)?))
    }

    /// Where it stands towards each content line. Empty for one that is neither a partner nor shows any evidence.
    async fn standings(&self, ctx: &Context<'_>) -> Result<Vec<Standing>, ApiError> {
        list(ctx, Standing::of(&self.view, self.ix).into_iter())
    }

    /// Its place in a projection of the network.
    async fn position(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which projection.")] projection: Code<Projection>,
    ) -> Result<Position, ApiError> {
        Position::new(ctx, &self.view, self.ix, projection.0).await
    }

    /// How sure its row is.
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

    /// What was changed of it, of what turned out to be it, and of what it takes part in, newest first, up to the revision of
    /// the view.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<ChangeConnection, ApiError> {
        let (network, reader) = (self.network(), Reader::of(ctx)?);
        let belonging = &network.belonging;
        let mut ids = FxHashSet::from_iter([self.row().id.uuid()]);
        let merged = network.merged_into(self.row().id);
        ids.extend(merged.map(|ix| network.merged_organisations.get(ix).id.uuid()));
        ids.extend(belonging.partnerships_of.of(self.ix).map(|ix| network.partnerships.get(ix).id.uuid()));
        ids.extend(network.links.of(self.ix).filter_map(|link| match link.participation {
            Part::Commitment(ix) => Some(network.commitments.get(ix).id.uuid()),
            Part::Seat(_) | Part::Signature(_) => None,
        }));
        let changes = reader.journal().about(&ids, network.revision().number);
        let page = PageArgs::new(first, after, last, before);
        let show = |(commit, at): &(_, usize)| Change::new(&self.view, commit, *at);
        page.over(ctx, &changes, show, Change::NEWEST_FIRST).map(ChangeConnection)
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}

impl Organisation {
    /// A page of these organisations in an order.
    pub(in crate::graphql) fn ordered(
        ctx: &Context<'_>,
        view: &Arc<View>,
        mut rows: Vec<network::table::Ix<network::facts::Organisation>>,
        order_by: Option<OrganisationOrder>,
        page: PageArgs,
    ) -> Result<OrganisationConnection, ApiError> {
        let order = match order_by {
            None | Some(OrganisationOrder::NameAsc) => Organisation::BY_NAME,
            Some(OrganisationOrder::NameDesc) => Organisation::BY_NAME_DESC,
            Some(OrganisationOrder::InhabitantsDesc) => Organisation::BY_INHABITANTS_DESC,
        };
        let make = |ix: &_| Organisation::new(view, *ix);
        if order.name != Organisation::BY_NAME.name {
            rows.sort_by_cached_key(|ix| order.key_of(&make(ix)));
        }
        Ok(OrganisationConnection(page.over(ctx, &rows, make, order)?))
    }
}
