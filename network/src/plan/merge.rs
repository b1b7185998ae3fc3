//! Two organisations that turn out to be one (rule R16).
//!
//! Everything that points at the duplicate points at the one that stays from now on, on the word on which it stood. What
//! would be said twice then:
//!
//! | noun | the same is | within the period of the other | beyond it |
//! |---|---|---|---|
//! | names | name and language | goes | moves |
//! | contacts | kind and value | goes | |
//! | municipality_statistics | day of counting | goes: those of the one that stays hold | |
//! | group_memberships | group | goes | refused |
//! | partnerships | | goes; what it brings in moves | refused |
//! | relations | kind and other end | goes; between the two themselves: goes | refused |
//! | offices | person and label | goes | refused |
//! | seats | body, role, holder, on whose behalf | goes | refused |
//! | signatures | agreement | goes, unless it tells of another role or decision | refused |
//! | commitments | everything, what they bring in as well | goes | moves: several to one subject are allowed |
//!
//! What stays of two stands on the surer word. Register numbers, organs, milestones, what public affairs plans and everything else moves. An official name of the duplicate becomes an alias, and
//! so does what it was called without one: the one that stays is called as it was. Its own fields stay as they are; a
//! parent or territory that would be itself is emptied.

mod fate;
mod points;

#[cfg(test)]
mod tests;

use serde_json::json;

use fate::{Fate, fate};
use points::{Points, without_self};

use super::rejection::{ErrorCode, Rejection};
use super::{Drawn, Pointer};
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::condition::Condition;
use crate::facts::*;
use crate::id::{FactId, MergedOrganisationId, NameId, OrganisationId, PartnershipId};
use crate::network::Network;

/// The facts of a noun that point at the duplicate, each as it is and as it would be.
macro_rules! turned {
    ($network:ident, $table:ident { $($field:ident)+ }, $from:ident => $to:ident) => {
        $network.$table.iter().filter(|(_, row)| $(row.$field.at($from))||+).map(move |(_, row)| {
            let mut after = row.clone();
            $(after.$field.turn($from, $to);)+
            (row, after)
        })
    };
}

/// Everything that a merge changes.
struct Merge<'a> {
    network: &'a Network,
    from: OrganisationId,
    to: OrganisationId,
    changes: Vec<Change>,
    refused: Vec<Rejection>,
}

impl Merge<'_> {
    fn moves<T: Fact + Into<AnyFact>>(&mut self, before: &T, after: T) {
        self.changes.push(Change::Changed { before: before.clone().into(), after: after.into() });
    }

    fn goes<T: Fact + Into<AnyFact>>(&mut self, row: &T) {
        self.changes.push(Change::Removed(row.clone().into()));
    }

    /// What stays stands on the surer word of the two.
    fn surer<T: Fact + Into<AnyFact>>(&mut self, gone: &T, stays: &T) {
        let once = self.changes.iter().all(|change| change.fact().uuid() != stays.id().uuid());
        if gone.confidence() <= stays.confidence() || !once {
            return;
        }
        let before: AnyFact = stays.clone().into();
        let mut fields = before.to_json();
        fields["confidence"] = gone.confidence().code().into();
        fields["source"] = (&**gone.source()).into();
        // Both values are those of another fact of the noun, so they can be read.
        if let Ok(after) = AnyFact::from_json(T::NOUN, fields) {
            self.changes.push(Change::Changed { before, after });
        }
    }

    /// What would be said twice goes, what would be said in two ways is refused.
    fn settles<T: Fact + Into<AnyFact>>(&mut self, before: &T, after: T, fate: &Fate<'_, T>) {
        match fate {
            Fate::Moves => self.moves(before, after),
            Fate::Goes(other) => {
                self.surer(before, *other);
                self.goes(before);
            }
            Fate::Clashes(other) => {
                let (noun, one, two) = (T::NOUN, before.key(), other.key());
                self.refused.push(Rejection::new(
                    ErrorCode::AlreadyExists,
                    &["duplicate"],
                    format!(
                        "{noun} {one} en {two} zeggen verschillende dingen over dezelfde dagen: wijzig er eerst een"
                    ),
                    format!("{noun} {one} and {two} say different things of the same days: correct one of them first"),
                ));
            }
        }
    }

    /// What only moves.
    fn plain(&mut self) {
        let Self { network, from, to, .. } = *self;
        macro_rules! each {
            ($($table:ident { $($field:ident)+ })*) => {$(
                for (row, after) in turned!(network, $table { $($field)+ }, from => to) {
                    self.moves(row, after);
                }
            )*};
        }
        each! {
            cooperations { organisation }
            merged_organisations { into }
            identifiers { organisation }
            programme_lines { holder }
            bodies { organisation holder }
            milestones { organisation }
            persons { holder }
            person_contacts { holder }
            ties { holder }
            topics { holder }
            targets { organisation holder }
            assessments { holder }
            decision_moments { holder }
            decision_stages { holder }
            contact_moments { holder }
            contact_notes { holder }
            follow_ups { holder }
            preferences { organisation holder }
        }
        for (row, mut after) in turned!(network, organisations { parent territory holder }, from => to) {
            after.parent = after.parent.filter(|id| *id != row.id);
            after.territory = after.territory.filter(|id| *id != row.id);
            if row.id != from {
                self.moves(row, after);
            }
        }
    }

    /// What it is called, where it is found, how large it is.
    fn described(&mut self) {
        let Self { network, from, to, .. } = *self;
        for (row, mut after) in turned!(network, names { organisation }, from => to) {
            if after.kind == NameKind::Official {
                after.kind = NameKind::Alias;
            }
            let fate = fate(&network.names, &after, |_, _| false);
            // Several names at once are no contradiction.
            if let Fate::Clashes(_) = fate { self.moves(row, after) } else { self.settles(row, after, &fate) }
        }
        for (row, after) in turned!(network, contacts { organisation }, from => to) {
            self.settles(row, after.clone(), &fate(&network.contacts, &after, |_, _| false));
        }
        for (row, after) in turned!(network, municipality_statistics { organisation }, from => to) {
            self.settles(row, after.clone(), &fate(&network.municipality_statistics, &after, |_, _| false));
        }
    }

    /// Its own name, for which there is no fact, as another name of the one that stays.
    fn called(&mut self, duplicate: &Organisation, stays: &Organisation) {
        let network = self.network;
        let own = [(Language::Nl, Some(&duplicate.name_nl)), (Language::En, duplicate.name_en.as_ref())];
        for (language, name) in own {
            let Some(name) = name else { continue };
            let both = [Some(duplicate.id), Some(stays.id)];
            let known = network.names.iter().any(|(_, row)| both.contains(&row.organisation) && row.name == *name);
            if known || *name == stays.name_nl || Some(name) == stays.name_en.as_ref() {
                continue;
            }
            let key = format!("{}.{}", duplicate.id.uuid(), language.code().to_lowercase());
            // Made of a UUID and two letters, so it is a key.
            let Ok(slug) = key.parse() else { continue };
            let name = Name {
                id: NameId::from_key(&key),
                key: slug,
                organisation: Some(stays.id),
                body: None,
                programme_line: None,
                name: name.clone(),
                language,
                kind: NameKind::Alias,
                since: None,
                until: None,
                source: duplicate.source.clone(),
                confidence: duplicate.confidence,
                audience: duplicate.audience,
                note: None,
            };
            self.changes.push(Change::Added(name.into()));
        }
    }

    /// To what it belongs, and its other ties.
    fn tied(&mut self) {
        let Self { network, from, to, .. } = *self;
        for (row, after) in turned!(network, group_memberships { organisation }, from => to) {
            self.settles(row, after.clone(), &fate(&network.group_memberships, &after, |_, _| false));
        }
        for (row, after) in turned!(network, partnerships { organisation }, from => to) {
            let fate = fate(&network.partnerships, &after, |_, _| false);
            if let Fate::Goes(other) = fate {
                self.brings(row.id, other.id);
            }
            self.settles(row, after, &fate);
        }
        for (row, after) in turned!(network, relations { from_organisation to_organisation }, from => to) {
            if after.from_organisation.is_some() && after.from_organisation == after.to_organisation {
                self.goes(row);
                continue;
            }
            self.settles(row, after.clone(), &fate(&network.relations, &after, |_, _| false));
        }
        for (row, after) in turned!(network, offices { organisation holder }, from => to) {
            self.settles(row, after.clone(), &fate(&network.offices, &after, |_, _| false));
        }
    }

    /// What a partnership that goes brings in is brought in by the other one, unless it is already.
    fn brings(&mut self, from: PartnershipId, to: PartnershipId) {
        let network = self.network;
        let of = |id| network.contributions.iter().map(|(_, row)| row).filter(move |row| row.partnership == Some(id));
        for row in of(from) {
            let after = Contribution { partnership: Some(to), ..row.clone() };
            if of(to).any(|other| means(other) == means(&after)) { self.goes(row) } else { self.moves(row, after) }
        }
    }

    /// In what it takes part.
    fn takes_part(&mut self) {
        let Self { network, from, to, .. } = *self;
        for (row, mut after) in turned!(network, seats { on_behalf_of supplied_by }, from => to) {
            after.supplied_by = after.supplied_by.filter(|id| !after.on_behalf_of.contains(id));
            self.settles(row, after.clone(), &fate(&network.seats, &after, |_, _| false));
        }
        for (row, after) in turned!(network, signatures { organisation }, from => to) {
            let adds = |a: &Signature, b: &Signature| {
                (a.role.is_some() && a.role != b.role) || (a.ratified_by.is_some() && a.ratified_by != b.ratified_by)
            };
            self.settles(row, after.clone(), &fate(&network.signatures, &after, adds));
        }
        let brought = |id| {
            let own = network.contributions.iter().map(|(_, row)| row).filter(move |row| row.commitment == Some(id));
            let mut brought: Vec<String> = own.map(|row| means(row).to_string()).collect();
            brought.sort();
            brought
        };
        for (row, mut after) in turned!(network, commitments { organisation condition }, from => to) {
            if after.organisation == to {
                after.condition = after.condition.and_then(|condition| without_self(&condition.0, to)).map(Condition);
            }
            let says = |row: &Commitment| {
                let on = (row.organisation, row.programme_line, row.initiative, row.agreement);
                (on, row.status, row.condition.clone(), row.ratified_by, row.since, row.until, row.confidence)
            };
            let double = |(_, other): &(_, &Commitment)| {
                other.id != row.id && says(other) == says(&after) && brought(other.id) == brought(row.id)
            };
            if row.organisation == from && network.commitments.iter().any(|other| double(&other)) {
                let own = network.contributions.iter().filter(|(_, own)| own.commitment == Some(row.id));
                own.for_each(|(_, own)| self.goes(own));
                self.goes(row);
            } else {
                self.moves(row, after);
            }
        }
    }
}

/// What a contribution brings in, whatever it belongs to.
fn means(row: &Contribution) -> serde_json::Value {
    json!([row.kind, row.amount, row.unit, row.per, row.minimum, row.realised_on, row.since, row.until])
}

impl Drawn<'_> {
    /// One organisation turns out to be another: that one stays, and answers to the id and key of the one that goes.
    pub(super) fn merge(&mut self, duplicate: OrganisationId, into: OrganisationId) -> Result<Pointer, Vec<Rejection>> {
        let network = self.network;
        let target = |id: OrganisationId| Pointer { noun: Organisation::NOUN, id: id.uuid() };
        self.find(target(duplicate), &["duplicate"])?;
        self.find(target(into), &["into"])?;
        let row = |id| network.organisations.by_id(id).map(|ix| network.organisations.get(ix));
        let (Some(gone), Some(stays)) = (row(duplicate), row(into)) else { return Ok(target(into)) };
        if duplicate == into {
            return Err(vec![Rejection::new(
                ErrorCode::AlreadyExists,
                &["duplicate"],
                "dit is al dezelfde organisatie",
                "this is the same organisation already",
            )]);
        }
        let parent = |id: &OrganisationId| row(*id).and_then(|row| row.parent);
        // What has the duplicate as its parent directly loses it; something between the two would contain itself.
        if std::iter::successors(stays.parent.and_then(|id| parent(&id)), parent).any(|id| id == duplicate) {
            return Err(vec![Rejection::new(
                ErrorCode::InvalidValue,
                &["into"],
                "hier is iets een deel van dat zelf een deel van de ander is: dat zou een deel van zichzelf worden",
                "between the two lies something that is a part of the one and has the other as a part: it would contain itself",
            )]);
        }
        let mut merge = Merge { network, from: duplicate, to: into, changes: Vec::new(), refused: Vec::new() };
        merge.plain();
        merge.described();
        merge.called(gone, stays);
        merge.tied();
        merge.takes_part();
        if !merge.refused.is_empty() {
            return Err(merge.refused);
        }
        let redirect = MergedOrganisation {
            id: MergedOrganisationId::from_uuid(duplicate.uuid()),
            slug: gone.slug.clone(),
            into,
            source: self.source_text().unwrap_or_default(),
            confidence: crate::source::Confidence::High,
            audience: gone.audience,
            note: None,
        };
        self.changes.extend(merge.changes);
        // The id and key are free before they are given again.
        self.changes.push(Change::Removed(gone.clone().into()));
        self.changes.push(Change::Added(redirect.into()));
        Ok(target(into))
    }
}
