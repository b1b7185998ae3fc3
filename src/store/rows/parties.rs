//! Who there is: documents, organisations, groups, persons, and what they are called.

use super::row;

row! {
    Document in documents by key
    values { title_nl, title_en, kind, date, url, pages, source, confidence, audience, note }
}

row! {
    Organisation in organisations by slug
    references { parent in parent_id, territory in territory_id, holder in holder_id }
    values { name_nl, name_en, kind, helix, layer, since, until, source, confidence, audience, note }
}

row! {
    MergedOrganisation in merged_organisations by slug
    references { into in into_id }
    values { source, confidence, audience, note }
}

row! {
    Name in names by key
    references { organisation in organisation_id, body in body_id, programme_line in programme_line_id }
    values { name, language, kind, since, until, source, confidence, audience, note }
}

row! {
    Identifier in identifiers by key
    references { organisation in organisation_id }
    values { scheme, value, source, confidence, audience, note }
}

row! {
    Contact in contacts by key
    references { organisation in organisation_id }
    values { kind, value, source, confidence, audience, note }
}

row! {
    MunicipalityStatistics in municipality_statistics by key
    references { organisation in organisation_id }
    values { counted_on, inhabitants, area_km2, council_seats, source, confidence, audience, note }
}

row! {
    StakeholderGroup in stakeholder_groups by slug
    values { name_nl, name_en, helix, source, confidence, audience, note }
}

row! {
    GroupMembership in group_memberships by key
    references { organisation in organisation_id, group in group_id }
    values { since, until, source, confidence, audience, note }
}

row! {
    Partnership in partnerships by key
    references { organisation in organisation_id }
    values { since, until, source, confidence, audience, note }
}

row! {
    Person in persons by slug
    references { holder in holder_id }
    values { name, source, confidence, audience, note }
}

row! {
    Office in offices by key
    references { person in person_id, organisation in organisation_id, holder in holder_id }
    values { label_nl, label_en, since, until, source, confidence, audience, note }
}
