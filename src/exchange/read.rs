//! All files of a dataset as facts.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use network::facts::{self, Fact, Facts};
use network::slug::Slug;
use network::source::SourceText;
use serde::de::DeserializeOwned;

use super::dataset::Dataset;
use super::problem::{FileProblem, Problems, ReadError};
use super::rows::{Files, both};
use super::table;

macro_rules! nouns {
    ($($noun:ident $fact:ident,)*) => {
        /// The nouns; each may have a file.
        pub(super) const NOUNS: &[&str] = &[$(stringify!($noun)),*];
    };
}
network::for_each_noun!(nouns);

/// Reads a dataset. A noun without a file has no facts.
pub(super) fn read(name: String, files: impl Files + 'static) -> Result<Dataset, ReadError> {
    let mut reader = Reader {
        files: &files,
        names: files.names().into_iter().collect(),
        places: HashMap::new(),
        sources: HashSet::new(),
        problems: Problems::default(),
    };
    reader.check_names();
    macro_rules! facts {
        ($($noun:ident $fact:ident,)*) => {
            Facts { $($noun: reader.noun::<facts::$fact>(),)* }
        };
    }
    let facts = network::for_each_noun!(facts);
    if reader.problems.total() > 0 {
        return Err(ReadError::Problems(reader.problems));
    }
    let places = reader.places;
    Ok(Dataset { name, facts, places, files: Arc::new(files) })
}

struct Reader<'f, F> {
    files: &'f F,
    names: HashSet<String>,
    places: HashMap<&'static str, HashMap<Slug, u64>>,
    sources: HashSet<SourceText>,
    problems: Problems,
}

impl<F: Files> Reader<'_, F> {
    fn check_names(&mut self) {
        let form = self.files.form();
        if self.names.is_empty() {
            let [nl, en] = form.called();
            let words = both(
                format!("ontbreekt, en elk ander {nl} ook: is dit een dataset?"),
                format!("is missing, as is every other {en}: is this a dataset?"),
            );
            self.problem(form.file_of(facts::Cooperation::NOUN), words);
        }
        let names: Vec<String> = NOUNS.iter().map(|noun| form.file_of(noun)).collect();
        let mut unknown: Vec<_> = self.names.iter().filter(|name| !names.contains(name)).cloned().collect();
        unknown.sort_unstable();
        for name in unknown {
            let known = names.join(", ");
            let name: String = name.chars().take(80).collect();
            let words = both(
                format!("zo heet geen soort feiten: er zijn {known}"),
                format!("no noun has this name: there are {known}"),
            );
            self.problem(name, words);
        }
    }

    /// The facts of one noun.
    fn noun<T: Fact + DeserializeOwned>(&mut self) -> Vec<T> {
        let form = self.files.form();
        let file = form.file_of(T::NOUN);
        if !self.names.contains(&file) {
            return Vec::new();
        }
        let (files, sources) = (self.files, &mut self.sources);
        let table = table::read(form, |rows| files.rows(&file, rows), sources, &mut self.problems);
        self.places.insert(T::NOUN, table.lines);
        table.facts
    }

    fn problem(&mut self, file: String, message: [String; 2]) {
        let form = self.files.form();
        self.problems.push(FileProblem { form, file, line: None, column: None, cell: None, message });
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::Form;
    use super::super::lines;
    use super::super::rows::Rows;
    use super::*;

    /// Files in memory: name and text.
    #[derive(Debug)]
    struct Texts(Vec<(&'static str, Vec<u8>)>);

    impl Files for Texts {
        fn names(&self) -> Vec<String> {
            self.0.iter().map(|(name, _)| (*name).to_owned()).collect()
        }

        fn form(&self) -> Form {
            Form::Csv
        }

        fn rows(&self, name: &str, rows: &mut dyn Rows) -> Result<(), [String; 2]> {
            let (_, text) = self.0.iter().find(|(given, _)| *given == name).ok_or_else(|| both("weg", "gone"))?;
            lines::rows(text, rows)
        }
    }

    const COOPERATION: &str = "slug,organisation,name_nl,legal_entity,source,confidence\nx,x,X,false,us,HIGH\n";
    const HEADER: &str = "slug,name_nl,kind,helix,since,source,confidence\n";

    /// Reads these organisations beside a good cooperation.
    fn organisations(text: impl AsRef<[u8]>) -> Result<Dataset, ReadError> {
        let text = text.as_ref().to_vec();
        read("made".into(), Texts(vec![("cooperations.csv", COOPERATION.into()), ("organisations.csv", text)]))
    }

    fn problems(read: Result<Dataset, ReadError>) -> String {
        read.err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn all_problems_are_told_with_file_line_and_column() {
        let text = format!(
            "{HEADER}a,A,COMPANY,BUSINESS,2024-13,us,SURE\n\n,B,COMPANY,BUSINESS,,,HIGH\na b,C,SHOP,BUSINESS,,us,HIGH\n"
        );
        insta::assert_snapshot!(problems(organisations(text)), @r#"
        organisations.csv line 2, column since: "2024-13" is no date: write 2024, 2024-03, 2024-03-14, 2024-02-14~, 2023-07/2024-01~, [2022..2023] or [..2018]
        organisations.csv line 2, column confidence: "SURE" is none of UNVERIFIED, LOW, MEDIUM, HIGH
        organisations.csv line 4, column slug: is empty and has to be filled
        organisations.csv line 4, column source: is empty and has to be filled
        organisations.csv line 5, column slug: "a b" is no key: use 1 to 200 letters, digits, dots, dashes and underscores
        organisations.csv line 5, column kind: "SHOP" is none of MUNICIPALITY, PROVINCE, WATER_BOARD, NATIONAL_GOVERNMENT, MINISTRY, EXECUTIVE_AGENCY, EUROPEAN_UNION, EU_INSTITUTION, UNIVERSITY, UNIVERSITY_OF_APPLIED_SCIENCES, VOCATIONAL_COLLEGE, SCHOOL, EDUCATION_ALLIANCE, EDUCATION_BROKER, EMPLOYERS_ASSOCIATION, BRANCH_ORGANISATION, COMPANY, INNOVATION_CAMPUS, ECONOMIC_BOARD, EMPLOYMENT_AGENCY, EDUCATION_LABOUR_MARKET_BODY, RAIL_INFRASTRUCTURE_MANAGER, RAIL_OPERATOR, CHAMBER_OF_COMMERCE, INNOVATION_BROKER, COMMUNITY_ORGANISATION, COLLABORATION, SECRETARIAT, OTHER
        "#);
    }

    #[test]
    fn the_header_names_known_columns_once() {
        let text = "slug,slug,naam,name_nl,kind,helix,source\na,a,A,A,COMPANY,BUSINESS,us\n";
        insta::assert_snapshot!(problems(organisations(text)), @"
        organisations.csv line 1, column slug: stands in the header twice
        organisations.csv line 1, column naam: is unknown: the columns are id, slug, name_nl, name_en, kind, helix, layer, parent, territory, since, until, holder, source, confidence, audience, note
        organisations.csv line 1, column confidence: is missing: its cells have to be filled
        ");
        insta::assert_snapshot!(problems(organisations("Naam\nA\n")), @"organisations.csv line 1: names no known column: the first line has to name some of id, slug, name_nl, name_en, kind, helix, layer, parent, territory, since, until, holder, source, confidence, audience, note");
        insta::assert_snapshot!(problems(organisations("")), @"organisations.csv: is empty: its first line has to name the columns");
    }

    #[test]
    fn rows_have_as_many_cells_as_the_header_and_keys_are_given_once() {
        let text = format!(
            "{HEADER}a,A,COMPANY,BUSINESS,,us,HIGH\nb,B,COMPANY\n,,,,,,\nc,C,COMPANY,BUSINESS,,us,HIGH,\n\
             d,\"two\nlines\",COMPANY,BUSINESS,,us,HIGH\na,A,COMPANY,BUSINESS,,us,HIGH\n"
        );
        insta::assert_snapshot!(problems(organisations(text)), @"
        organisations.csv line 3: has 3 cells where the header has 7: is a quote or a comma amiss?
        organisations.csv line 5: has 8 cells where the header has 7: is a quote or a comma amiss?
        organisations.csv line 8: the key a stands in line 2 already
        ");
    }

    #[test]
    fn a_quote_that_is_not_closed_hides_no_rows() {
        let text =
            "slug,name_nl,kind,helix,confidence,source\na,A,COMPANY,BUSINESS,HIGH,\"us\nb,B,COMPANY,BUSINESS,HIGH,us\n";
        assert_eq!(problems(organisations(text)), "organisations.csv line 2: a quote is opened here and not closed");
        assert_eq!(
            problems(organisations("\"slug\n")),
            "organisations.csv line 1: a quote is opened here and not closed"
        );
    }

    #[test]
    fn ids_are_uuids_and_given_once() {
        let row = |id: &str, slug: &str| format!("{id},{slug},A,COMPANY,BUSINESS,,us,HIGH\n");
        let uuid = "0197a1b2-0000-7000-8000-000000000001";
        let text = format!("id,{HEADER}{}{}{}{}", row("", "a"), row("7", "b"), row(uuid, "c"), row(uuid, "d"));
        insta::assert_snapshot!(problems(organisations(text)), @"
        organisations.csv line 3, column id: is no UUID: leave it empty, and the id follows from the key
        organisations.csv line 5, column id: the same id stands in line 4 already
        ");
    }

    #[test]
    fn what_is_not_utf_8_or_too_big_is_named() {
        let mut text = HEADER.as_bytes().to_vec();
        text.extend(b"a,Caf\xe9,COMPANY,BUSINESS,,us,HIGH\n");
        text.extend(b"n,A\0,COMPANY,BUSINESS,,us,HIGH\n");
        text.extend(format!("b,{},COMPANY,BUSINESS,,us,HIGH\n", "x".repeat(70_000)).bytes());
        insta::assert_snapshot!(problems(organisations(text)), @r#"
        organisations.csv line 2, column name_nl: is not UTF-8: save the file as "CSV UTF-8"
        organisations.csv line 3, column name_nl: has a zero byte: was the file saved as "CSV UTF-8"?
        organisations.csv line 4, column name_nl: has 70000 bytes, more than 65536: is a quote missing?
        "#);
    }

    #[test]
    fn a_spreadsheet_may_save_with_a_byte_order_mark_semicolons_and_carriage_returns() {
        let text = "\u{feff}slug;name_nl;kind;helix;source;confidence\r\na;\"A; B, C\";COMPANY;BUSINESS;us;HIGH\r\n";
        let names = organisations(text).map(|dataset| dataset.facts.organisations[0].name_nl.clone());
        assert_eq!(names.map_err(|error| error.to_string()), Ok("A; B, C".to_owned()));
    }

    #[test]
    fn a_fact_is_found_in_its_line_and_equal_sources_share_one_text() -> Result<(), ReadError> {
        let row = |slug: &str| format!("{slug},\"two\nlines\",COMPANY,BUSINESS,,us,HIGH\n\n");
        let dataset = organisations(format!("{HEADER}\n{}{}", row("a"), row("b")))?;
        let line = |key: &str| dataset.place("organisations", key).map(|place| (place.file, place.line));
        assert_eq!(line("a"), Some(("organisations.csv".to_owned(), 3)));
        assert_eq!(line("b"), Some(("organisations.csv".to_owned(), 6)));
        assert_eq!(line("c"), None);
        assert_eq!(dataset.place("seats", "a"), None);
        let [a, b] = &dataset.facts.organisations[..] else { unreachable!("two rows") };
        assert!(Arc::ptr_eq(&a.source, &b.source));
        assert!(Arc::ptr_eq(&a.source, &dataset.facts.cooperations[0].source), "across files as well");
        Ok(())
    }

    #[test]
    fn a_folder_has_files_of_known_nouns_only() {
        let named = |names: &[&'static str]| {
            let texts = names.iter().map(|&name| (name, COOPERATION.into())).collect();
            problems(read("made".into(), Texts(texts)))
        };
        insta::assert_snapshot!(named(&[]), @"cooperations.csv: is missing, as is every other file: is this a dataset?");
        insta::assert_snapshot!(named(&["organisaties.csv"]), @"organisaties.csv: no noun has this name: there are cooperations.csv, documents.csv, organisations.csv, merged_organisations.csv, names.csv, identifiers.csv, contacts.csv, municipality_statistics.csv, stakeholder_groups.csv, group_memberships.csv, partnerships.csv, relations.csv, programme_lines.csv, goals.csv, initiatives.csv, initiative_parts.csv, ambitions.csv, measures.csv, persons.csv, offices.csv, bodies.csv, seats.csv, agreements.csv, signatures.csv, decisions.csv, commitments.csv, contributions.csv, milestones.csv, meetings.csv, statements.csv, rules.csv, declared_counts.csv, person_contacts.csv, ties.csv, topics.csv, targets.csv, assessments.csv, decision_moments.csv, decision_stages.csv, contact_moments.csv, contact_notes.csv, follow_ups.csv, preferences.csv");
    }
}
