//! What is promised and said: signatures, commitments, contributions, statements, counts.

use super::row;

row! {
    Signature in signatures by key
    references { agreement in agreement_id, organisation in organisation_id, ratified_by in ratified_by_id }
    values { role, since, until, source, confidence, audience, note }
}

row! {
    Commitment in commitments by key
    references {
        organisation in organisation_id, programme_line in programme_line_id, initiative in initiative_id,
        agreement in agreement_id, ratified_by in ratified_by_id,
    }
    values { status, condition, since, until, source, confidence, audience, note }
}

row! {
    Contribution in contributions by key
    references { commitment in commitment_id, partnership in partnership_id }
    values { kind, amount, unit, per, minimum, realised_on, since, until, source, confidence, audience, note }
}

row! {
    Rule in rules by key
    values { title_nl, title_en, text_nl, text_en, severity, ours, source, confidence, audience, note }
}

row! {
    Statement in statements by key
    references {
        rule in rule_id, agreement in agreement_id, initiative in initiative_id, refers_to in refers_to_id,
        parent in parent_id, speaker in speaker_id,
    }
    values { kind, position, text_nl, text_en, theme, number, unit, source, confidence, audience, note }
}

row! {
    DeclaredCount in declared_counts by key
    references { group in group_id, body in body_id, agreement in agreement_id }
    values { what_nl, what_en, declared, source, confidence, audience, note }
}
