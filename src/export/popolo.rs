//! Popolo JSON: persons, organisations, memberships and events, in the words of the Popolo data specification.
//!
//! Bodies and stakeholder groups are organisations there, of a classification of their own. A seat is a membership of a
//! body: of the person who holds it, on behalf of each organisation for which it is held, else of that organisation.

use std::io::Write;

use chrono::NaiveDate;
use network::date::PartialDate;
use network::facts::*;
use network::id::FactId;
use network::node::NodeIx;
use network::period::Period;
use network::table::Ix;
use network::view::View;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::asked::Asked;
use super::json::Lists;
use super::seen::Seen;
use super::shown::Pointed;
use crate::exchange::WriteError;

/// Takes the list, the fact that it is made of, and the item itself.
pub(super) type Each<'e> = dyn FnMut(&'static str, Pointed, &dyn Fn() -> Item) -> Result<(), WriteError> + 'e;

/// An object of Popolo.
pub(super) type Item = Map<String, Json>;

/// Writes it.
pub(super) fn write(view: &View, asked: &Asked, out: &mut impl Write) -> Result<(), WriteError> {
    let mut lists = Lists::new(out)?;
    let mut list = "";
    each(view, asked, &mut |name, _, item| {
        if name != list {
            lists.list(name)?;
            list = name;
        }
        lists.item(&item())
    })?;
    lists.end()
}

/// Shows every item, list by list.
pub(super) fn each(view: &View, asked: &Asked, each: &mut Each<'_>) -> Result<(), WriteError> {
    let mut popolo = Popolo { seen: Seen::new(view, asked.days), language: asked.language, each };
    popolo.persons()?;
    popolo.organisations()?;
    popolo.of_organisations()?;
    popolo.seats()?;
    popolo.meetings()
}

struct Popolo<'p, 'a, 'e> {
    seen: Seen<'a>,
    language: Language,
    each: &'p mut Each<'e>,
}

impl Popolo<'_, '_, '_> {
    fn persons(&mut self) -> Result<(), WriteError> {
        let network = &**self.seen.view.network();
        for (ix, row) in network.persons.iter().filter(|(ix, _)| self.seen.node(*ix)) {
            let item = || item(self.seen.view, row, &[("name", Some(json!(row.name)))]);
            (self.each)("persons", (Person::NOUN, network.persons.get(ix).id.uuid()), &item)?;
        }
        Ok(())
    }

    fn organisations(&mut self) -> Result<(), WriteError> {
        let (seen, language) = (self.seen, self.language);
        let network = &**seen.view.network();
        for (ix, row) in network.organisations.iter().filter(|(ix, _)| seen.node(*ix)) {
            let item = || organisation(&seen, ix, row, language);
            (self.each)("organizations", (Organisation::NOUN, row.id.uuid()), &item)?;
        }
        for (_, row) in network.stakeholder_groups.iter().filter(|(ix, _)| seen.node(*ix)) {
            let name = told(&row.name_nl, row.name_en.as_deref(), language);
            let fields = [("name", Some(json!(name))), ("classification", Some(json!("STAKEHOLDER_GROUP")))];
            let item = || item(seen.view, row, &fields);
            (self.each)("organizations", (StakeholderGroup::NOUN, row.id.uuid()), &item)?;
        }
        for (_, row) in network.bodies.iter().filter(|(ix, _)| seen.node(*ix)) {
            let parent = row.parent.and_then(|id| network.bodies.by_id(id)).map(NodeIx::from);
            let owner = row.organisation.and_then(|id| network.organisations.by_id(id)).map(NodeIx::from);
            let above = parent.or(owner).filter(|node| seen.node(*node)).map(|node| id(node.uuid(network)));
            let fields = [
                ("name", Some(json!(told(&row.name_nl, row.name_en.as_deref(), language)))),
                ("classification", Some(json!(row.kind.code()))),
                ("parent_id", above),
                ("founding_date", row.since.and_then(start)),
                ("dissolution_date", row.until.and_then(end)),
            ];
            let item = || item(seen.view, row, &fields);
            (self.each)("organizations", (Body::NOUN, row.id.uuid()), &item)?;
        }
        Ok(())
    }

    /// Memberships of organisations, and offices of persons in them.
    fn of_organisations(&mut self) -> Result<(), WriteError> {
        let seen = self.seen;
        let network = &**seen.view.network();
        let organisation = |id| network.organisations.by_id(id).filter(|ix| seen.node(*ix)).map(NodeIx::from);
        let own = network.cooperation().organisation;
        for (ix, row) in network.partnerships.iter() {
            if let (true, Some(member), Some(whole)) =
                (seen.fact(&network.partnerships, ix), organisation(row.organisation), organisation(own))
            {
                self.membership(row, member, whole, &[("role", Some(json!("PARTNER")))])?;
            }
        }
        for (ix, row) in network.group_memberships.iter() {
            let group = network.stakeholder_groups.by_id(row.group).filter(|ix| seen.node(*ix));
            if let (true, Some(member), Some(group)) =
                (seen.fact(&network.group_memberships, ix), organisation(row.organisation), group)
            {
                self.membership(row, member, group.into(), &[])?;
            }
        }
        for (ix, row) in network.offices.iter() {
            let person = network.persons.by_id(row.person).filter(|ix| seen.node(*ix));
            if let (true, Some(person), Some(whole)) =
                (seen.fact(&network.offices, ix), person, organisation(row.organisation))
            {
                let role = told(&row.label_nl, row.label_en.as_deref(), self.language);
                self.membership(row, person.into(), whole, &[("role", Some(json!(role)))])?;
            }
        }
        Ok(())
    }

    fn seats(&mut self) -> Result<(), WriteError> {
        let seen = self.seen;
        let network = &**seen.view.network();
        for (ix, row) in network.seats.iter() {
            let body = network.bodies.by_id(row.body).filter(|ix| seen.node(*ix));
            let Some(body) = body.filter(|_| seen.fact(&network.seats, ix)) else { continue };
            let organisations = row.on_behalf_of.iter().filter_map(|id| network.organisations.by_id(*id));
            let group = row.on_behalf_of_group.and_then(|id| network.stakeholder_groups.by_id(id));
            let behind: Vec<NodeIx> = organisations.map(NodeIx::from).chain(group.map(NodeIx::from)).collect();
            let holder = row.holder.and_then(|id| network.persons.by_id(id)).filter(|ix| seen.node(*ix));
            for behind in behind.into_iter().filter(|node| seen.node(*node)) {
                let role = ("role", Some(json!(row.role.code())));
                let on_behalf_of = ("on_behalf_of_id", Some(id(behind.uuid(network))));
                match holder {
                    Some(holder) => self.membership(row, holder.into(), body.into(), &[role, on_behalf_of])?,
                    None => self.membership(row, behind, body.into(), &[role])?,
                }
            }
        }
        Ok(())
    }

    fn membership<T: Fact>(
        &mut self,
        row: &T,
        member: NodeIx,
        whole: NodeIx,
        more: &[(&str, Option<Json>)],
    ) -> Result<(), WriteError> {
        let view = self.seen.view;
        let network = &**view.network();
        let made = || {
            let of = id(member.uuid(network));
            let is_person = matches!(member, NodeIx::Person(_));
            let Period { since, until } = row.period().unwrap_or_default();
            let mut fields = vec![
                ("person_id", Some(of.clone()).filter(|_| is_person)),
                ("member", Some(json!({ "@type": "Organization", "id": of })).filter(|_| !is_person)),
                ("organization_id", Some(id(whole.uuid(network)))),
                ("start_date", since.and_then(start)),
                ("end_date", until.and_then(end)),
            ];
            fields.extend(more.iter().cloned());
            item(view, row, &fields)
        };
        (self.each)("memberships", (T::NOUN, row.id().uuid()), &made)
    }

    fn meetings(&mut self) -> Result<(), WriteError> {
        let (seen, language) = (self.seen, self.language);
        let network = &**seen.view.network();
        for (ix, row) in network.meetings.iter() {
            let body = network.bodies.by_id(row.body).filter(|ix| seen.node(*ix));
            let Some(body) = body.filter(|_| seen.fact(&network.meetings, ix)) else { continue };
            let name = row.name_nl.as_deref().map(|name| json!(told(name, row.name_en.as_deref(), language)));
            let fields = [
                ("name", name),
                ("organization_id", Some(id(network.bodies.get(body).id.uuid()))),
                ("start_date", start(row.date)),
                ("end_date", end(row.date)),
                ("classification", Some(json!("MEETING"))),
            ];
            let item = || item(seen.view, row, &fields);
            (self.each)("events", (Meeting::NOUN, row.id.uuid()), &item)?;
        }
        Ok(())
    }
}

fn organisation(seen: &Seen<'_>, ix: Ix<Organisation>, row: &Organisation, language: Language) -> Item {
    let network = &**seen.view.network();
    let names = network.belonging.names_of_organisation.of(ix).filter(|name| seen.fact(&network.names, *name));
    let names = names.map(|name| {
        let row = network.names.get(name);
        let fields = [
            ("name", Some(json!(row.name))),
            ("note", Some(json!(format!("{} {}", row.kind.code(), row.language.code())))),
            ("start_date", row.since.and_then(start)),
            ("end_date", row.until.and_then(end)),
        ];
        Json::Object(filled(&fields))
    });
    let numbers = network.belonging.identifiers_of.of(ix).filter(|number| seen.fact(&network.identifiers, *number));
    let numbers = numbers.map(|number| {
        let row = network.identifiers.get(number);
        json!({ "scheme": row.scheme, "identifier": row.value })
    });
    let contacts = network.belonging.contacts_of.of(ix).filter(|contact| seen.fact(&network.contacts, *contact));
    let contacts = contacts.map(|contact| {
        let row = network.contacts.get(contact);
        json!({ "type": row.kind.code().to_lowercase(), "value": row.value })
    });
    let parent = row.parent.and_then(|id| network.organisations.by_id(id)).filter(|ix| seen.node(*ix));
    let fields = [
        ("name", Some(json!(seen.view.name(ix, language)))),
        ("classification", Some(json!(row.kind.code()))),
        ("parent_id", parent.map(|ix| id(network.organisations.get(ix).id.uuid()))),
        ("founding_date", row.since.and_then(start)),
        ("dissolution_date", row.until.and_then(end)),
        ("other_names", list(names)),
        ("identifiers", list(numbers)),
        ("contact_details", list(contacts)),
    ];
    item(seen.view, row, &fields)
}

/// An object with its id, its fields that say something, and the pages that it stands on.
fn item<T: Fact>(view: &View, row: &T, fields: &[(&str, Option<Json>)]) -> Item {
    let sources = view.network().citations(row).iter().filter_map(|citation| {
        let url = citation.url.as_ref()?;
        let note = citation
            .locator
            .as_deref()
            .map_or_else(|| citation.title.clone(), |at| format!("{}: {at}", citation.title));
        Some(json!({ "url": url, "note": note }))
    });
    let mut item = Item::new();
    item.insert("id".to_owned(), id(row.id().uuid()));
    item.extend(filled(fields));
    item.extend(list(sources).map(|sources| ("sources".to_owned(), sources)));
    item
}

fn filled(fields: &[(&str, Option<Json>)]) -> Item {
    fields.iter().filter_map(|(name, value)| Some(((*name).to_owned(), value.clone()?))).collect()
}

/// A list, unless it has nothing.
fn list(items: impl Iterator<Item = Json>) -> Option<Json> {
    let items: Vec<Json> = items.collect();
    (!items.is_empty()).then_some(Json::Array(items))
}

fn id(id: Uuid) -> Json {
    id.to_string().into()
}

fn told<'a>(dutch: &'a str, english: Option<&'a str>, language: Language) -> &'a str {
    english.filter(|_| language == Language::En).unwrap_or(dutch)
}

/// The date on which something began: as exact as it is written when Popolo can say that, else its earliest day.
fn start(date: PartialDate) -> Option<Json> {
    said(date, date.earliest())
}

/// The date on which something ended: as exact as it is written when Popolo can say that, else its latest day.
fn end(date: PartialDate) -> Option<Json> {
    said(date, date.latest())
}

fn said(date: PartialDate, day: Option<NaiveDate>) -> Option<Json> {
    let text = date.to_string();
    let text = text.trim_end_matches('~');
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if is_plain { Some(text.into()) } else { day.map(|day| day.to_string().into()) }
}
