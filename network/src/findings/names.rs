//! R17: names hold in time, and one official name at a time.

use super::finding::{Finding, RuleCode};
use crate::facts::*;
use crate::table::Ix;
use crate::view::View;

/// Organisations with two official names of one language on a same day.
pub(super) fn double(view: &View) -> Vec<Finding> {
    let organisations = view.network().organisations.indices().filter(|ix| view.sees(*ix).is_some());
    organisations
        .flat_map(|ix| [Language::Nl, Language::En].map(|language| in_language(view, ix, language)))
        .flatten()
        .collect()
}

fn in_language(view: &View, organisation: Ix<Organisation>, language: Language) -> Option<Finding> {
    let network = view.network();
    let mut names: Vec<Ix<Name>> = network
        .belonging
        .names_of_organisation
        .of(organisation)
        .filter(|ix| {
            let name = network.names.get(*ix);
            name.kind == NameKind::Official && name.language == language && view.fact(&network.names, *ix).is_some()
        })
        .collect();
    names.sort_by_key(|ix| (network.names.span(*ix).from, network.names.span(*ix).to, &network.names.get(*ix).key));
    let pairs =
        names.iter().enumerate().flat_map(|(at, first)| names[at + 1..].iter().map(move |second| (*first, *second)));
    let [first, second] = pairs
        .filter(|(first, second)| !network.names.span(*first).and(network.names.span(*second)).is_empty())
        .map(|(first, second)| [network.names.get(first), network.names.get(second)])
        .find(|[first, second]| first.name != second.name)?;
    let (in_nl, in_en) = match language {
        Language::Nl => ("Nederlandse", "Dutch"),
        Language::En => ("Engelse", "English"),
    };
    Some(Finding {
        rule: RuleCode::R17,
        severity: Severity::Warning,
        key: format!("{}.{language}", network.organisations.get(organisation).slug),
        subjects: vec![organisation.into()],
        message: [
            format!("twee officiële {in_nl} namen op dezelfde dag: \"{}\" en \"{}\"", first.name, second.name),
            format!("two official {in_en} names on the same day: \"{}\" and \"{}\"", first.name, second.name),
        ],
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::found;

    fn named(names: &[Value]) -> Vec<String> {
        let rows: Vec<Value> = names
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let mut row = json!({"key": format!("naam-{at}"), "organisation": "ministerie"});
                row.as_object_mut().expect("an object").extend(name.as_object().expect("an object").clone());
                row
            })
            .collect();
        found(RuleCode::R17, &json!({"organisations": [{"slug": "ministerie"}], "names": rows}), "2026-01-01")
    }

    #[test]
    fn one_official_name_a_day() {
        let ezk = |until: &str| json!({"name": "EZK", "since": "2017", "until": until});
        let ez = json!({"name": "EZ", "since": "2024-07-01"});
        assert!(named(&[ezk("2024-06-30"), ez.clone()]).is_empty());
        assert_eq!(
            named(&[ez.clone(), ezk("2024-07-01")]),
            ["WARNING [ministerie] two official Dutch names on the same day: \"EZK\" and \"EZ\""]
        );
        // Not each other's neighbours in time.
        let brief = json!({"name": "EZK", "since": "2018", "until": "2019"});
        assert_eq!(named(&[ezk("2024-07-01"), brief, ez.clone()]).len(), 1);
    }

    #[test]
    fn names_that_may_stand_beside_an_official_one() {
        let official = json!({"name": "Economische Zaken"});
        for beside in [
            json!({"name": "EZ", "kind": "ABBREVIATION"}),
            json!({"name": "Economic Affairs", "language": "EN"}),
            json!({"name": "Economische Zaken"}),
            json!({"name": "Later", "since": "2027"}),
        ] {
            assert!(named(&[official.clone(), beside.clone()]).is_empty(), "{beside}");
        }
    }
}
