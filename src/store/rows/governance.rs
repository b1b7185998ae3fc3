//! Who meets and decides: bodies, seats, decisions, meetings, and other ties.

use super::row;

row! {
    Body in bodies by slug
    references { parent in parent_id, organisation in organisation_id, holder in holder_id }
    values {
        name_nl, name_en, kind, parent_basis, democratic, democratic_basis, level, in_chart, in_schedule, since,
        until, source, confidence, audience, note,
    }
    lists { steers_programme_lines, steers_initiatives }
}

row! {
    Seat in seats by key
    references {
        body in body_id, holder in holder_id, on_behalf_of_group in on_behalf_of_group_id,
        supplied_by in supplied_by_id,
    }
    values { role, since, until, source, confidence, audience, note }
    lists { on_behalf_of }
}

row! {
    Decision in decisions by key
    references {
        body in body_id, agreement in agreement_id, initiative in initiative_id, programme_line in programme_line_id,
        parent in parent_id,
    }
    values { title_nl, title_en, outcome, date, expected, period, source, confidence, audience, note }
}

row! {
    Meeting in meetings by key
    references { body in body_id }
    values { name_nl, name_en, date, papers_sent, source, confidence, audience, note }
}

row! {
    Milestone in milestones by slug
    references { body in body_id, organisation in organisation_id }
    values { text_nl, text_en, kind, date, year_inferred, source, confidence, audience, note }
    lists { agreements }
}

row! {
    Relation in relations by key
    references {
        from_organisation in from_organisation_id, from_group in from_group_id, from_body in from_body_id,
        to_organisation in to_organisation_id, to_group in to_group_id, to_body in to_body_id,
    }
    values { kind, since, until, source, confidence, audience, note }
}
