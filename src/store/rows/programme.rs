//! What is to be reached: lines, agreements, goals, initiatives, ambitions.

use super::row;

row! {
    Cooperation in cooperations by slug
    references { organisation in organisation_id, agenda in agenda_id }
    values {
        name_nl, name_en, mission_nl, mission_en, strength_nl, strength_en, legal_entity, since, until, source,
        confidence, audience, note,
    }
}

row! {
    ProgrammeLine in programme_lines by slug
    references { holder in holder_id }
    values { name_nl, name_en, kind, position, source, confidence, audience, note }
}

row! {
    Agreement in agreements by slug
    references { builds_on in builds_on_id }
    values { name_nl, name_en, kind, signed, amount, unit, status, website, since, until, source, confidence, audience, note }
    lists { covers }
}

row! {
    Goal in goals by key
    references { agreement in agreement_id }
    values { text_nl, text_en, source, confidence, audience, note }
}

row! {
    Initiative in initiatives by slug
    values { name_nl, name_en, kind, example, knowledge, results_shared, since, until, source, confidence, audience, note }
    lists { goals }
}

row! {
    InitiativePart in initiative_parts by key
    references {
        initiative in initiative_id, programme_line in programme_line_id, parent in parent_id,
        agreement in agreement_id,
    }
    values { share_pct, source, confidence, audience, note }
}

row! {
    Ambition in ambitions by key
    references { initiative in initiative_id }
    values { level, row, topic, text_nl, text_en, source, confidence, audience, note }
}

row! {
    Measure in measures by key
    references { ambition in ambition_id }
    values { name, minimum, maximum, unit, per, approximate, direction, reference, period, source, confidence, audience, note }
}
