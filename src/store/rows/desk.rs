//! What public affairs plans by.

use super::row;

row! {
    PersonContact in person_contacts by key
    references { person in person_id, holder in holder_id }
    values { kind, value, source, confidence, audience, note }
}

row! {
    Tie in ties by key
    references { from_person in from_person_id, to_person in to_person_id, holder in holder_id }
    values { strength, confirmed_on, since, until, source, confidence, audience, note }
}

row! {
    Topic in topics by slug
    references { programme_line in programme_line_id, holder in holder_id }
    values { title_nl, title_en, ask_nl, ask_en, status, since, until, source, confidence, audience, note }
}

row! {
    Target in targets by key
    references { topic in topic_id, organisation in organisation_id, person in person_id, body in body_id, holder in holder_id }
    values { value, decision_right, source, confidence, audience, note }
}

row! {
    Assessment in assessments by key
    references { target in target_id, holder in holder_id }
    values { date, influence, interest, position, source, confidence, audience, note }
}

row! {
    DecisionMoment in decision_moments by slug
    references { body in body_id, holder in holder_id }
    values { title_nl, title_en, date, source, confidence, audience, note }
    lists { topics }
}

row! {
    DecisionStage in decision_stages by key
    references { decision_moment in decision_moment_id, holder in holder_id }
    values { kind, date, opens_days_before, closes_days_before, source, confidence, audience, note }
}

row! {
    ContactMoment in contact_moments by key
    references { topic in topic_id, target in target_id, after in after_id, holder in holder_id }
    values { status, channel, date, outcome, position, source, confidence, audience, note }
    lists { our_persons, their_persons }
}

row! {
    ContactNote in contact_notes by key
    references { contact_moment in contact_moment_id, holder in holder_id }
    values { text, source, confidence, audience, note }
}

row! {
    FollowUp in follow_ups by key
    references { contact_moment in contact_moment_id, owner in owner_id, holder in holder_id }
    values { text, due, done_on, source, confidence, audience, note }
}

row! {
    Preference in preferences by key
    references { organisation in organisation_id, topic in topic_id, person in person_id, holder in holder_id }
    values { channel, frequency, since, until, source, confidence, audience, note }
}
