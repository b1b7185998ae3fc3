//! Facts of all nouns that make no sense but are valid: everything that a field may hold, each reference to a row that
//! is there.

mod values;

use std::collections::HashMap;
use std::str::FromStr;

use network::facts::*;
use network::id::FactId;
use network::slug::Slug;
use proptest::prelude::*;
use sea_orm::prelude::Uuid;

use crate::random::Random;

/// Any facts, up to a few of each noun.
pub(crate) fn any_facts() -> impl Strategy<Value = Facts> {
    (any::<u64>(), 0_usize..6).prop_map(|(seed, most)| facts(seed, most))
}

/// Makes values of fields.
pub(crate) struct Maker {
    random: Random,
    /// The ids of each noun.
    ids: HashMap<&'static str, Vec<Uuid>>,
}

/// A type that a field can have.
pub(crate) trait Make {
    fn make(maker: &mut Maker) -> Self;
}

impl Maker {
    fn ids<I: FactId>(&self) -> &[Uuid] {
        &self.ids[I::TYPE]
    }

    /// A key that no other call with this number has given.
    fn key(&mut self, number: usize) -> Slug {
        let letters = "abcXYZ019.-_".as_bytes();
        let length = if self.random.percent(5) { 190 } else { self.random.below(12) };
        let tail = (0..length).map(|_| char::from(*self.random.pick(letters))).collect::<String>();
        Slug::from_str(&format!("{number}.{tail}")).unwrap()
    }
}

macro_rules! made {
    ($($fact:ident in $noun:ident by $key:ident { $($field:ident),* $(,)? })*) => {
        fn facts(seed: u64, most: usize) -> Facts {
            let mut maker = Maker { random: Random(seed), ids: HashMap::new() };
            $({
                let n = if most == 0 { 0 } else { 1 + maker.random.below(most) };
                let ids = (0..n).map(|_| {
                    let (high, low) = (maker.random.next(), maker.random.next());
                    Uuid::from_u64_pair(high, low)
                });
                let ids = ids.collect();
                maker.ids.insert(<<$fact as Fact>::Id as FactId>::TYPE, ids);
            })*
            let mut facts = Facts::default();
            $(for (number, id) in maker.ids::<<$fact as Fact>::Id>().to_vec().into_iter().enumerate() {
                facts.$noun.push($fact {
                    id: FactId::from_uuid(id),
                    $key: maker.key(number),
                    $($field: Make::make(&mut maker),)*
                });
            })*
            for (number, identifier) in facts.identifiers.iter_mut().enumerate() {
                // Rule R16: each register number once.
                identifier.value.push_str(&number.to_string());
            }
            facts
        }
    };
}

made! {
    Cooperation in cooperations by slug {
        organisation, name_nl, name_en, mission_nl, mission_en, strength_nl, strength_en, legal_entity, agenda,
        since, until, source, confidence, audience, note,
    }
    Document in documents by key { title_nl, title_en, kind, date, url, pages, source, confidence, audience, note }
    Organisation in organisations by slug {
        name_nl, name_en, kind, helix, layer, parent, territory, since, until, holder, source, confidence,
        audience, note,
    }
    MergedOrganisation in merged_organisations by slug { into, source, confidence, audience, note }
    Name in names by key {
        organisation, body, programme_line, name, language, kind, since, until, source, confidence, audience, note,
    }
    Identifier in identifiers by key { organisation, scheme, value, source, confidence, audience, note }
    Contact in contacts by key { organisation, kind, value, source, confidence, audience, note }
    MunicipalityStatistics in municipality_statistics by key {
        organisation, counted_on, inhabitants, area_km2, council_seats, source, confidence, audience, note,
    }
    StakeholderGroup in stakeholder_groups by slug { name_nl, name_en, helix, source, confidence, audience, note }
    GroupMembership in group_memberships by key { organisation, group, since, until, source, confidence, audience, note }
    Partnership in partnerships by key { organisation, since, until, source, confidence, audience, note }
    Relation in relations by key {
        from_organisation, from_group, from_body, kind, to_organisation, to_group, to_body, since, until,
        source, confidence, audience, note,
    }
    ProgrammeLine in programme_lines by slug { name_nl, name_en, kind, position, holder, source, confidence, audience, note }
    Goal in goals by key { agreement, text_nl, text_en, source, confidence, audience, note }
    Initiative in initiatives by slug {
        name_nl, name_en, kind, example, knowledge, results_shared, goals, since, until, source, confidence, audience,
        note,
    }
    InitiativePart in initiative_parts by key {
        initiative, programme_line, parent, agreement, share_pct, source, confidence, audience, note,
    }
    Ambition in ambitions by key { initiative, level, row, topic, text_nl, text_en, source, confidence, audience, note }
    Measure in measures by key {
        ambition, name, minimum, maximum, unit, per, approximate, direction, reference, period, source,
        confidence, audience, note,
    }
    Person in persons by slug { name, holder, source, confidence, audience, note }
    Office in offices by key { person, organisation, label_nl, label_en, since, until, holder, source, confidence, audience, note }
    Body in bodies by slug {
        name_nl, name_en, kind, parent, parent_basis, organisation, steers_programme_lines, steers_initiatives,
        democratic, democratic_basis, level, in_chart, in_schedule, since, until, holder, source, confidence,
        audience, note,
    }
    Seat in seats by key {
        body, role, holder, on_behalf_of, on_behalf_of_group, supplied_by, since, until, source, confidence, audience,
        note,
    }
    Agreement in agreements by slug {
        name_nl, name_en, kind, signed, covers, amount, unit, status, builds_on, website, since, until, source,
        confidence, audience, note,
    }
    Signature in signatures by key {
        agreement, organisation, role, ratified_by, since, until, source, confidence, audience, note,
    }
    Decision in decisions by key {
        title_nl, title_en, outcome, body, agreement, initiative, programme_line, parent, date, expected,
        period, source, confidence, audience, note,
    }
    Commitment in commitments by key {
        organisation, programme_line, initiative, agreement, status, condition, ratified_by, since, until,
        source, confidence, audience, note,
    }
    Contribution in contributions by key {
        commitment, partnership, kind, amount, unit, per, minimum, realised_on, since, until, source,
        confidence, audience, note,
    }
    Milestone in milestones by slug {
        text_nl, text_en, kind, date, year_inferred, agreements, body, organisation, source, confidence, audience, note,
    }
    Meeting in meetings by key { body, name_nl, name_en, date, papers_sent, source, confidence, audience, note }
    Statement in statements by key {
        kind, position, text_nl, text_en, theme, rule, agreement, initiative, refers_to, parent, speaker,
        number, unit, source, confidence, audience, note,
    }
    Rule in rules by key { title_nl, title_en, text_nl, text_en, severity, ours, source, confidence, audience, note }
    DeclaredCount in declared_counts by key {
        what_nl, what_en, group, body, agreement, declared, source, confidence, audience, note,
    }
    PersonContact in person_contacts by key { person, kind, value, holder, source, confidence, audience, note }
    Tie in ties by key { from_person, to_person, strength, confirmed_on, since, until, holder, source, confidence, audience, note }
    Topic in topics by slug { title_nl, title_en, ask_nl, ask_en, programme_line, status, since, until, holder, source, confidence, audience, note }
    Target in targets by key { topic, organisation, person, body, value, decision_right, holder, source, confidence, audience, note }
    Assessment in assessments by key { target, date, influence, interest, position, holder, source, confidence, audience, note }
    DecisionMoment in decision_moments by slug { title_nl, title_en, body, topics, date, holder, source, confidence, audience, note }
    DecisionStage in decision_stages by key { decision_moment, kind, date, opens_days_before, closes_days_before, holder, source, confidence, audience, note }
    ContactMoment in contact_moments by key { status, channel, date, topic, target, our_persons, their_persons, after, outcome, position, holder, source, confidence, audience, note }
    ContactNote in contact_notes by key { contact_moment, text, holder, source, confidence, audience, note }
    FollowUp in follow_ups by key { contact_moment, text, owner, due, done_on, holder, source, confidence, audience, note }
    Preference in preferences by key { organisation, topic, person, channel, frequency, since, until, holder, source, confidence, audience, note }
}
