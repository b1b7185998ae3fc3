//! What fields and codes are called when somebody is told what is known of them, in Dutch and English.

use serde_json::Value;

use crate::date::PartialDate;
use crate::facts::Language;
use crate::words::date_in_words;

/// A word in Dutch and English.
type Words = [&'static str; 2];

/// Fields, by noun where a name means different things.
const FIELDS: &[(&str, Words)] = &[
    ("assessments.position", ["houding, van −2 (tegen) tot 2 (voor)", "position, from −2 (against) to 2 (for)"]),
    (
        "contact_moments.position",
        ["wat gevraagd is, van −2 (tegen) tot 2 (voor)", "what was asked, from −2 (against) to 2 (for)"],
    ),
    ("person_contacts.value", ["adres of nummer", "address or number"]),
    ("seats.holder", ["wie er zit", "who sits there"]),
    ("after", ["na het gesprek", "after the talk"]),
    ("agreement", ["overeenkomst", "agreement"]),
    ("audience", ["wie het ziet", "who sees it"]),
    ("body", ["orgaan", "body"]),
    ("channel", ["hoe", "how"]),
    ("confidence", ["hoe zeker", "how sure"]),
    ("confirmed_on", ["voor het laatst gezegd", "last said"]),
    ("contact_moment", ["gesprek", "talk"]),
    ("date", ["datum", "date"]),
    ("decision_right", ["zeggenschap", "say in the decision"]),
    ("done_on", ["gedaan op", "done on"]),
    ("due", ["uiterlijk", "due"]),
    ("frequency", ["hoe vaak", "how often"]),
    ("from_person", ["de een", "one"]),
    ("holder", ["vastgelegd door", "held by"]),
    ("influence", ["invloed, van 1 tot 5", "influence, from 1 to 5"]),
    ("initiative", ["initiatief", "initiative"]),
    ("interest", ["belang, van 1 tot 5", "interest, from 1 to 5"]),
    ("kind", ["soort", "kind"]),
    ("label_en", ["functie (Engels)", "office (English)"]),
    ("label_nl", ["functie", "office"]),
    ("name", ["naam", "name"]),
    ("note", ["opmerking", "remark"]),
    ("number", ["getal", "number"]),
    ("on_behalf_of", ["namens", "on behalf of"]),
    ("on_behalf_of_group", ["namens de groep", "on behalf of the group"]),
    ("organisation", ["organisatie", "organisation"]),
    ("our_persons", ["van ons", "of ours"]),
    ("outcome", ["wat eruit kwam", "what came of it"]),
    ("owner", ["wie het doet", "who does it"]),
    ("parent", ["hoort bij de uitspraak", "details the statement"]),
    ("person", ["persoon", "person"]),
    ("position", ["plaats", "place"]),
    ("reason", ["reden", "reason"]),
    ("actor", ["door", "by"]),
    ("refers_to", ["gaat over", "speaks of"]),
    ("role", ["rol", "role"]),
    ("rule", ["regel", "rule"]),
    ("since", ["sinds", "since"]),
    ("source", ["bron", "source"]),
    ("speaker", ["wie het zegt", "who says it"]),
    ("status", ["stand", "status"]),
    ("strength", ["hoe goed", "how well"]),
    ("supplied_by", ["geleverd door", "supplied by"]),
    ("target", ["voor het doel", "to reach"]),
    ("text", ["tekst", "text"]),
    ("text_en", ["tekst (Engels)", "text (English)"]),
    ("text_nl", ["tekst", "text"]),
    ("theme", ["kop", "heading"]),
    ("their_persons", ["met", "with"]),
    ("to_person", ["de ander", "the other"]),
    ("topic", ["onderwerp", "topic"]),
    ("unit", ["eenheid", "unit"]),
    ("until", ["tot en met", "until"]),
    ("value", ["gewicht, van 1 tot 5", "weight, from 1 to 5"]),
];

/// Codes, by the field in which they stand.
const CODES: &[(&str, &[(&str, Words)])] = &[
    (
        "audience",
        &[
            ("PUBLIC", ["iedereen", "everybody"]),
            ("PARTNERS", ["wie voor een partner werkt", "who works for a partner"]),
            ("PUBLIC_AFFAIRS", ["public affairs van alle partners", "public affairs of all partners"]),
            ("HOLDER_ONLY", ["public affairs van wie het vastlegde", "public affairs of who holds it"]),
        ],
    ),
    (
        "confidence",
        &[
            ("UNVERIFIED", ["niet nagegaan", "not verified"]),
            ("LOW", ["zwakke bron", "weak source"]),
            ("MEDIUM", ["één bron uit de tweede hand", "one secondary source"]),
            ("HIGH", ["uit de bron zelf", "from the source itself"]),
        ],
    ),
    (
        "role",
        &[
            ("CHAIR", ["voorzitter", "chair"]),
            ("VICE_CHAIR", ["vicevoorzitter", "vice chair"]),
            ("MEMBER", ["lid", "member"]),
            ("SECRETARY", ["secretaris", "secretary"]),
            ("ADVISER", ["adviseur", "adviser"]),
            ("OBSERVER", ["toehoorder", "observer"]),
        ],
    ),
    (
        "strength",
        &[
            ("STRONG", ["bellen elkaar ongevraagd", "they call each other unasked"]),
            ("NORMAL", ["kennen elkaar van het werk", "they know each other from work"]),
            ("WEAK", ["hebben elkaar ontmoet", "they have met"]),
            ("NONE", ["kennen elkaar niet meer", "they do not know each other any more"]),
        ],
    ),
    (
        "decision_right",
        &[
            ("DECIDES", ["beslist", "decides"]),
            ("ADVISES", ["adviseert", "advises"]),
            ("PREPARES", ["bereidt voor", "prepares"]),
            ("NONE", ["geen", "none"]),
        ],
    ),
    (
        "status",
        &[
            ("PLANNED", ["gepland", "planned"]),
            ("HELD", ["gehouden", "held"]),
            ("CANCELLED", ["afgezegd", "cancelled"]),
        ],
    ),
    (
        "channel",
        &[
            ("WORKING_RELATION", ["werken samen", "they work together"]),
            ("ONE_ON_ONE", ["onder vier ogen", "a meeting of two"]),
            ("SMALL_MEETING", ["klein overleg", "a meeting of a few"]),
            ("CALL", ["telefoon", "telephone"]),
            ("EMAIL_ANSWERED", ["e-mail met antwoord", "an e-mail that was answered"]),
            ("EMAIL_UNANSWERED", ["e-mail zonder antwoord", "an e-mail that was not answered"]),
            ("EMAIL", ["e-mail", "e-mail"]),
            ("MEETING", ["overleg", "meeting"]),
            ("LETTER", ["brief", "letter"]),
            ("NEWSLETTER", ["nieuwsbrief", "newsletter"]),
        ],
    ),
    (
        "kind",
        &[
            ("WEBSITE", ["website", "website"]),
            ("EMAIL", ["e-mailadres", "e-mail address"]),
            ("PHONE", ["telefoonnummer", "telephone number"]),
            ("LINKEDIN", ["LinkedIn", "LinkedIn"]),
            ("INSTAGRAM", ["Instagram", "Instagram"]),
            ("SOCIAL", ["ander sociaal medium", "another social medium"]),
            ("TITLE", ["titel", "title"]),
            ("TOPIC", ["onderwerp", "topic"]),
            ("SLOGAN", ["leus", "slogan"]),
            ("PRINCIPLE", ["uitgangspunt", "principle"]),
            ("VALUE", ["waarde", "value"]),
            ("QUESTION", ["vraag", "question"]),
            ("CLAIM", ["bewering", "claim"]),
            ("PROBLEM", ["probleem", "problem"]),
            ("POLICY_FRAME", ["beleidskader", "policy frame"]),
            ("GOAL", ["doel", "goal"]),
            ("QUOTE", ["citaat", "quotation"]),
            ("PURPOSE", ["bedoeling", "purpose"]),
            ("PARTNERSHIP", ["samenwerking", "partnership"]),
            ("AIM", ["oogmerk", "aim"]),
            ("RATIONALE", ["aanleiding", "rationale"]),
            ("BASIS", ["grondslag", "basis"]),
            ("ACTION_LINE", ["actielijn", "action line"]),
            ("COMPONENT", ["onderdeel", "component"]),
            ("EVIDENCE", ["onderbouwing", "evidence"]),
        ],
    ),
];

/// Fields that hold dates.
const DATES: [&str; 6] = ["since", "until", "date", "due", "done_on", "confirmed_on"];

fn pick(words: Words, language: Language) -> &'static str {
    let [nl, en] = words;
    if language == Language::Nl { nl } else { en }
}

/// What a field is called; its own name when it is of a noun that is about nobody.
#[must_use]
pub fn field_in_words(noun: &str, field: &'static str, language: Language) -> &'static str {
    let own = format!("{noun}.{field}");
    let named = |name: &str| FIELDS.iter().find(|(known, _)| *known == name).map(|(_, words)| *words);
    named(&own).or_else(|| named(field)).map_or(field, |words| pick(words, language))
}

/// A value of a field as people read it: codes and dates in words, what it points at by name. Empty when it says nothing.
#[must_use]
pub fn value_in_words(field: &str, value: &Value, language: Language) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| value_in_words(field, item, language)).collect();
            items.join(", ")
        }
        Value::Object(pointed) => {
            let named = ["name", "key", "id"].iter().find_map(|part| pointed.get(*part)?.as_str());
            named.unwrap_or_default().to_owned()
        }
        Value::String(text) => {
            let code = CODES.iter().find(|(known, _)| *known == field).and_then(|(_, codes)| {
                codes.iter().find(|(code, _)| code == text).map(|(_, words)| pick(*words, language).to_owned())
            });
            let date = || DATES.contains(&field).then(|| text.parse::<PartialDate>().ok()).flatten();
            code.or_else(|| date().map(|date| date_in_words(date, language))).unwrap_or_else(|| text.clone())
        }
        Value::Bool(flag) => pick(if *flag { ["ja", "yes"] } else { ["nee", "no"] }, language).to_owned(),
        Value::Null => String::new(),
        Value::Number(number) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::class::{Class, FIELDS as CLASSED, Fate};
    use super::*;
    use crate::audience::Audience;
    use crate::codes::Coded;
    use crate::facts::*;
    use crate::source::Confidence;

    #[test]
    fn each_field_of_what_is_about_a_person_has_words() {
        for (noun, fields) in CLASSED {
            let may_be = fields.iter().any(|(_, class)| {
                matches!(class, Class::Own | Class::Person(_) | Class::About(Fate::Emptied | Fate::Gone))
            });
            for (field, _) in fields.iter().filter(|(field, _)| may_be && !["id", "key", "slug"].contains(field)) {
                let known = FIELDS.iter().any(|(name, _)| name == field || *name == format!("{noun}.{field}"));
                assert!(known, "{noun}.{field} has no words");
            }
        }
    }

    fn all_have_words<T: Coded>(field: &str) {
        for code in T::iter() {
            for language in [Language::Nl, Language::En] {
                let words = value_in_words(field, &json!(code.code()), language);
                assert!(!words.is_empty() && words != code.code(), "{field} {}", code.code());
            }
        }
    }

    #[test]
    fn each_code_of_what_is_about_a_person_has_words() {
        all_have_words::<Audience>("audience");
        all_have_words::<Confidence>("confidence");
        all_have_words::<SeatRole>("role");
        all_have_words::<TieStrength>("strength");
        all_have_words::<DecisionRight>("decision_right");
        all_have_words::<ContactStatus>("status");
        all_have_words::<ContactChannel>("channel");
        all_have_words::<InformChannel>("channel");
        all_have_words::<ContactKind>("kind");
        all_have_words::<StatementKind>("kind");
    }

    #[test]
    fn a_value_reads_as_people_write_it() {
        let nl = |field, value: Value| value_in_words(field, &value, Language::Nl);
        assert_eq!(nl("since", json!("2026-03-14")), "14 maart 2026");
        assert_eq!(nl("due", json!("2026-03")), "maart 2026");
        assert_eq!(
            nl("topic", json!({ "id": "x", "key": "tweede-regio-deal", "name": "Tweede Regio Deal" })),
            "Tweede Regio Deal"
        );
        assert_eq!(nl("target", json!({ "id": "x", "key": "a.b", "name": null })), "a.b");
        assert_eq!(nl("our_persons", json!([{ "name": "Ada" }, { "name": "Bo" }])), "Ada, Bo");
        assert_eq!(nl("outcome", json!("CALL")), "CALL");
        assert_eq!(nl("position", json!(-2)), "-2");
        assert_eq!(field_in_words("seats", "holder", Language::En), "who sits there");
        assert_eq!(field_in_words("offices", "holder", Language::En), "held by");
    }
}
