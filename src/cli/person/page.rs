//! All that is known about a person as one page that opens in any browser and prints.

use std::collections::BTreeMap;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use network::facts::Language;
use network::privacy::{Change, Mention, PersonData, Record, field_in_words, value_in_words};
use serde_json::Value;

use super::{Export, ReadBy};

/// Nothing is fetched, and it prints: black on white, a record is not cut in two.
const STYLE: &str = "body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
    h2{margin-top:2.5rem;border-bottom:1px solid #767676}table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}\
    tr{break-inside:avoid}th,td{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #ddd;\
    overflow-wrap:anywhere}.record th{width:30%;font-weight:normal;color:#555}";

/// Fields that say nothing to people.
const FOR_PROGRAMS: [&str; 4] = ["id", "key", "slug", "source"];

/// The page in a language, whatever the language of what stands in it.
pub(super) fn page(export: &Export, language: Language) -> String {
    let telling = Telling { language };
    let Export { made_on, data, read_by } = export;
    let pick = |nl, en| telling.pick(nl, en);
    let name =
        data.name.as_deref().unwrap_or(pick("iemand die niet meer vastligt", "somebody who is not recorded any more"));
    let title = format!("{} {name}", pick("Wat is vastgelegd over", "What is recorded about"));
    let page = html! {
        (DOCTYPE)
        html lang=(pick("nl", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                p { (pick("Dit is alles wat er van u is vastgelegd, ook wat voorbij is en wie het ook mag zien, op ",
                    "This is all that is recorded of you, what has ended included and whoever may see it, on "))
                    (made_on) " (" (pick("revisie ", "revision ")) (data.revision) ")." }
                @for section in &data.sections {
                    h2 { (pick(section.title.nl, section.title.en)) }
                    @for record in &section.records { (telling.record(section.noun, record)) }
                }
                @if !data.mentions.is_empty() { (telling.mentions(&data.mentions)) }
                @if !data.history.is_empty() { (telling.history(data)) }
                @if !read_by.is_empty() { (telling.read_by(data, read_by)) }
            }
        }
    };
    page.into_string()
}

struct Telling {
    language: Language,
}

impl Telling {
    fn pick<'a>(&self, nl: &'a str, en: &'a str) -> &'a str {
        if self.language == Language::Nl { nl } else { en }
    }

    /// The fields that people read, each with its words; those that say nothing are left out.
    fn fields(&self, noun: &str, fields: &Value) -> Vec<(&'static str, String)> {
        let known = BTreeMap::from_iter(fields.as_object().into_iter().flatten());
        let told = network::privacy::FIELDS.iter().filter(|(known, _)| *known == noun).flat_map(|(_, fields)| *fields);
        let told = told.filter(|(field, _)| !FOR_PROGRAMS.contains(field));
        let words = told.filter_map(|(field, _)| {
            let value = value_in_words(field, known.get(&(*field).to_owned())?, self.language);
            (!value.is_empty()).then(|| (field_in_words(noun, field, self.language), value))
        });
        words.collect()
    }

    fn record(&self, noun: &str, record: &Record) -> Markup {
        html! {
            table.record {
                @for (label, value) in self.fields(noun, &record.fields) { tr { th scope="row" { (label) } td { (value) } } }
                @for source in &record.sources {
                    tr {
                        th scope="row" { (self.pick("bron", "source")) }
                        td {
                            (source.title)
                            @if let Some(locator) = &source.locator { " (" (locator) ")" }
                            @if let Some(url) = &source.url { " " (url) }
                        }
                    }
                }
            }
        }
    }

    fn mentions(&self, mentions: &[Mention]) -> Markup {
        html! {
            h2 { (self.pick("Waar u nog genoemd wordt", "Where else you are named")) }
            p { (self.pick("Waar alleen een achternaam staat, kan ook een ander bedoeld zijn.",
                "Where only a last name stands, somebody else may be meant.")) }
            table {
                thead { tr {
                    th { (self.pick("waar", "where")) }
                    th { (self.pick("wat er staat", "what stands there")) }
                    th { (self.pick("zeker", "sure")) }
                } }
                @for mention in mentions {
                    tr {
                        td { (mention.noun) " " (mention.key) ": " (field_in_words(mention.noun, mention.field, self.language)) }
                        td { (mention.text) }
                        td { (self.pick(if mention.sure { "ja" } else { "alleen een achternaam" },
                            if mention.sure { "yes" } else { "only a last name" })) }
                    }
                }
            }
        }
    }

    fn history(&self, data: &PersonData) -> Markup {
        html! {
            h2 { (self.pick("Wat er aan veranderd is", "What was changed of it")) }
            table {
                thead { tr {
                    th { (self.pick("wanneer (UTC)", "when (UTC)")) }
                    th { (self.pick("door", "by")) }
                    th { (self.pick("wat", "what")) }
                    th { (self.pick("waarom", "why")) }
                } }
                @for change in &data.history {
                    tr {
                        td { (change.recorded_at.get(..16).unwrap_or_default().replace('T', " ")) }
                        td { (change.actor) }
                        td { (self.heading(data, change.noun)) ": " (self.changed(change)) }
                        td { (change.reason.as_deref().unwrap_or_default()) }
                    }
                }
            }
        }
    }

    /// What became of a fact: all that came or went, and of what became another the fields that did.
    fn changed(&self, change: &Change) -> Markup {
        let fields = |fact: &Option<Value>| fact.as_ref().map_or_else(Vec::new, |fact| self.fields(change.noun, fact));
        let (before, after) = (fields(&change.before), fields(&change.after));
        let told = |fields: &[(&str, String)]| {
            let told: Vec<String> = fields.iter().map(|(label, value)| format!("{label}: {value}")).collect();
            told.join("; ")
        };
        let new: Vec<_> = after.iter().filter(|field| !before.contains(field)).cloned().collect();
        let old: Vec<_> = before.iter().filter(|field| !after.contains(field)).cloned().collect();
        html! {
            @match (&change.before, &change.after) {
                (None, _) => { (self.pick("vastgelegd", "recorded")) " (" (told(&after)) ")" }
                (_, None) => { (self.pick("weggehaald", "removed")) " (" (told(&before)) ")" }
                _ => {
                    (self.pick("veranderd", "changed"))
                    @if !old.is_empty() { " " (self.pick("van", "from")) " (" (told(&old)) ")" }
                    @if !new.is_empty() { " " (self.pick("naar", "to")) " (" (told(&new)) ")" }
                }
            }
        }
    }

    fn read_by(&self, data: &PersonData, read_by: &[ReadBy]) -> Markup {
        html! {
            h2 { (self.pick("Wie het gelezen heeft", "Who read it")) }
            p { (self.pick("Bijgehouden wordt wie leest wat alleen public affairs mag zien.",
                "It is kept who reads what only public affairs may see.")) }
            table {
                thead { tr {
                    th { (self.pick("wanneer (UTC)", "when (UTC)")) }
                    th { (self.pick("wie", "who")) }
                    th { (self.pick("wat", "what")) }
                } }
                @for read in read_by {
                    tr {
                        td { (read.read_at.get(..16).unwrap_or_default().replace('T', " ")) }
                        td { (read.actor) }
                        td { (read.nouns.iter().map(|noun| self.heading(data, noun)).collect::<Vec<_>>().join("; ")) }
                    }
                }
            }
        }
    }

    /// What a noun is called; its own name when there is none of it any more.
    fn heading<'a>(&self, data: &'a PersonData, noun: &'a str) -> &'a str {
        let section = data.sections.iter().find(|section| section.noun == noun);
        section.map_or(noun, |section| self.pick(section.title.nl, section.title.en))
    }
}
