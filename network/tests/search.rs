//! Search as you type.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod facts;

use facts::{region, small, view};
use network::facts::{Facts, GovernmentLayer, Helix};
use network::node::NodeIx;
use network::search::{FacetKind, Hit, SearchText, SearchType, facets};
use network::source::Confidence;
use network::view::View;
use proptest::prelude::*;

const DAY: &str = "2024-03-14";

fn hits(view: &View, typed: &str, types: &[SearchType]) -> Vec<Hit> {
    let text: SearchText = typed.parse().expect("a text to search for");
    view.search(&text, types)
}

/// Keys of what was found, best first.
fn found<'a>(view: &'a View, typed: &str) -> Vec<&'a str> {
    hits(view, typed, &[]).iter().map(|hit| hit.node.key(view.network())).collect()
}

fn first<'a>(view: &'a View, typed: &str) -> &'a str {
    found(view, typed).first().copied().unwrap_or("nothing")
}

#[test]
fn a_frontend_finds_the_right_one_first() {
    let view = view(region("regio-zwolle"), DAY);
    for (typed, key) in [
        ("watersch drents", "waterschap-drents-overijsselse-delta"),
        ("WDODelta", "waterschap-drents-overijsselse-delta"),
        ("wdo", "waterschap-drents-overijsselse-delta"),
        ("prov overijsel", "provincie-overijssel"),
        ("Overijssel", "provincie-overijssel"),
        ("overijsesl", "provincie-overijssel"),
        ("province of overijssel", "provincie-overijssel"),
        ("zwolle", "gemeente-zwolle"),
        ("gemeente zwol", "gemeente-zwolle"),
        ("olst-wijhe", "gemeente-olst-wijhe"),
        ("olstwijhe", "gemeente-olst-wijhe"),
        ("Olst Wijhe", "gemeente-olst-wijhe"),
        ("vno ncw", "vno-ncw-midden"),
        ("vnoncw regio", "vno-ncw-regio-zwolle"),
        ("regio’s", "europees-comite-van-de-regios"),
        ("comité", "europees-comite-van-de-regios"),
        ("comite", "europees-comite-van-de-regios"),
        ("leefkwaliteit", "ruimtelijke-opgaven"),
        ("SBB", "sbb"),
        ("DSO", "directeuren-en-secretarissen-overleg"),
        ("snijders", "peter-snijders"),
        ("leven lang", "leven-lang-ontwikkelen-leercultuur"),
        ("regio deal tranche 5", "regio-deal-tranche-5"),
    ] {
        assert_eq!(first(&view, typed), key, "{typed}: {:?}", found(&view, typed));
    }
    assert_eq!(found(&view, "xyzzy"), Vec::<&str>::new());
    assert_eq!(found(&view, " - "), Vec::<&str>::new());
}

#[test]
fn a_key_or_register_number_comes_first_and_only_in_full() {
    let view = view(region("regio-zwolle"), DAY);
    for typed in ["provincie-overijssel", "51048329", "5104 8329", "pv23", "PV23", "Q773", "nl-ov"] {
        let hits = hits(&view, typed, &[]);
        assert_eq!(hits[0].node.key(view.network()), "provincie-overijssel", "{typed}");
        assert_eq!(hits[0].score.to_bits(), 1.0f64.to_bits(), "{typed}");
        assert!(hits.iter().skip(1).all(|hit| hit.score < 1.0), "{typed}");
    }
    for typed in ["5104832", "51048328", "pv2"] {
        assert_eq!(found(&view, typed), Vec::<&str>::new(), "{typed}");
    }
}

#[test]
fn a_name_counts_as_it_is_used_on_the_day() {
    let facts = region("regio-zwolle");
    let before = view(facts.clone(), DAY);
    let after = before.on("2024-08-01".parse().expect("a day"));
    let score = |view: &View, typed: &str| hits(view, typed, &[]).first().map_or(0.0, |hit| hit.score);
    // The ministry was renamed on 1 July 2024.
    assert_eq!(first(&after, "economische zaken en klimaat"), "ministerie-ezk");
    assert!(score(&after, "economische zaken en klimaat") < score(&before, "economische zaken en klimaat"));
    assert_eq!(first(&after, "voedselzekerheid"), "ministerie-lnv");
    assert_eq!(found(&before, "voedselzekerheid"), Vec::<&str>::new());
    // An organ that has ended is not found any more.
    assert!(found(&before.on("2022-01-01".parse().expect("a day")), "regiegroep").contains(&"regiegroep"));
    assert!(!found(&before, "regiegroep").contains(&"regiegroep"));
}

#[test]
fn whole_words_come_before_beginnings_and_those_before_typos() {
    let view = view(
        small(&[
            (
                "organisations",
                "slug,name_nl,kind,helix
                netwerk,Netwerk,COLLABORATION,INTERMEDIARY
                a1,Hasselt,OTHER,BUSINESS
                a2,Hasseltse,OTHER,BUSINESS
                a3,Hassel,OTHER,BUSINESS
                a4,Hassetl,OTHER,BUSINESS
                a5,Iets anders,OTHER,BUSINESS
                a6,Nog iets,OTHER,BUSINESS
                a7,Hasselt Werkt Samen,OTHER,BUSINESS
                a8,Sanders,OTHER,BUSINESS
                a9,Ĳsclub ’t Ĳ,OTHER,BUSINESS",
            ),
            (
                "names",
                "key,organisation,name,language,kind,until
                a5,a5,Hasselt,NL,ALIAS,
                a6,a6,Hasselt,NL,OFFICIAL,2020",
            ),
        ]),
        DAY,
    );
    // Whole words: all of a name, all of an alias, a part of a name, a former name; then beginnings; then typos.
    assert_eq!(found(&view, "hasselt"), ["a1", "a5", "a7", "a6", "a2", "a3", "a4"]);
    assert_eq!(found(&view, "IJ"), ["a9"]);
    assert_eq!(found(&view, "ĳsclub"), ["a9"]);
    assert_eq!(found(&view, "tij"), Vec::<&str>::new());
    // Words may stand in different names; all must be there.
    assert_eq!(found(&view, "anders hasselt"), ["a5"]);
    assert_eq!(found(&view, "werkt hasselt samen niet"), Vec::<&str>::new());
    // Three letters have no typo.
    assert_eq!(found(&view, "sam"), ["a7"]);
}

#[test]
fn facets_count_what_a_filter_finds() {
    let view = view(region("regio-zwolle"), DAY);
    for typed in ["gemeente", "regio", "s", "overijssel", "zwolle"] {
        let all = hits(&view, typed, &[]);
        let counted = facets(&view, &all);
        let total = |by| counted.iter().filter(|facet| facet.by == by).map(|facet| facet.count).sum::<usize>();
        assert_eq!(total(FacetKind::Type), all.len());
        for facet in &counted {
            let count = match facet.by {
                FacetKind::Type => hits(&view, typed, &[facet.value.parse().expect("a type")]).len(),
                FacetKind::Helix => all
                    .iter()
                    .filter(|hit| helix(&view, hit.node).is_some_and(|helix| helix.code() == facet.value))
                    .count(),
                FacetKind::Layer => all
                    .iter()
                    .filter(|hit| layer(&view, hit.node).is_some_and(|layer| layer.code() == facet.value))
                    .count(),
            };
            assert_eq!(facet.count, count, "{typed} {facet:?}");
        }
    }
    let water: Vec<_> = facets(&view, &hits(&view, "waterschap", &[SearchType::Organisation]))
        .iter()
        .map(|facet| format!("{} {} {}", facet.by, facet.value, facet.count))
        .collect();
    assert_eq!(water, ["TYPE ORGANISATION 4", "HELIX GOVERNMENT 4", "LAYER WATER_AUTHORITY 4"]);
}

fn helix(view: &View, node: NodeIx) -> Option<Helix> {
    match node {
        NodeIx::Organisation(ix) => Some(view.network().organisations.get(ix).helix),
        NodeIx::StakeholderGroup(ix) => Some(view.network().stakeholder_groups.get(ix).helix),
        _ => None,
    }
}

fn layer(view: &View, node: NodeIx) -> Option<GovernmentLayer> {
    if let NodeIx::Organisation(ix) = node { view.network().organisations.get(ix).layer } else { None }
}

#[test]
fn what_is_not_sure_enough_is_not_found() {
    let unsure = |facts: &mut Facts| {
        for name in facts.names.iter_mut().filter(|name| name.name == "WDODelta") {
            name.confidence = Confidence::Low;
        }
        for organisation in facts.organisations.iter_mut().filter(|row| row.slug.to_string() == "gemeente-urk") {
            organisation.confidence = Confidence::Low;
        }
    };
    let mut facts = region("regio-zwolle");
    unsure(&mut facts);
    let all = view(facts, DAY);
    let sure = View::new(all.network().clone(), all.valid_at(), Confidence::Medium, Default::default());
    assert_eq!(first(&all, "wdodelta"), "waterschap-drents-overijsselse-delta");
    assert_eq!(found(&sure, "wdodelta"), Vec::<&str>::new());
    assert_eq!(first(&all, "urk"), "gemeente-urk");
    assert!(!found(&sure, "urk").contains(&"gemeente-urk"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_answered_in_order(typed in "\\PC{0,40}") {
        let view = region_view();
        let hits = hits(view, &typed, &[]);
        prop_assert!(hits.iter().all(|hit| hit.score > 0.0 && hit.score <= 1.0));
        prop_assert!(hits.is_sorted_by(|a, b| a.score >= b.score));
    }

    #[test]
    fn every_organisation_is_found_by_its_name_with_one_typo_in_a_word(at in 0usize..1000, letter in 0usize..40, typo in 0usize..4) {
        let view = region_view();
        let organisation = view.organisations()[at % view.organisations().len()];
        let name = view.name(organisation, network::facts::Language::Nl).to_owned();
        let word = name.split(|char: char| !char.is_ascii_alphanumeric()).max_by_key(|word| word.len()).unwrap_or_default();
        prop_assume!(word.len() > 4 && word.chars().all(|char| char.is_ascii_alphabetic()));
        let mut letters: Vec<char> = word.chars().collect();
        // The last letter stays: without it the rest might be too short.
        let letter = letter % (letters.len() - 1);
        match typo {
            0 => { letters.remove(letter); }
            1 => letters.insert(letter, 'q'),
            2 => letters[letter] = 'q',
            _ => letters.swap(letter, letter + 1),
        }
        let typed: String = letters.into_iter().collect();
        let key = view.network().organisations.get(organisation).slug.to_string();
        prop_assert!(found(view, &typed).contains(&key.as_str()), "{} for {}", typed, name);
    }

    #[test]
    fn the_order_of_facts_does_not_matter(seed in 0usize..50) {
        let mut facts = region("regio-zwolle");
        facts.organisations.rotate_left(seed);
        facts.names.rotate_left(seed);
        facts.bodies.reverse();
        facts.identifiers.rotate_left(seed * 3 % 200);
        let turned = view(facts, DAY);
        for typed in ["zwolle", "gemeente", "overijsel", "s"] {
            let scores = |view: &View| -> Vec<_> {
                hits(view, typed, &[]).iter().map(|hit| (hit.score.to_bits(), hit.node.uuid(view.network()))).collect()
            };
            prop_assert_eq!(scores(&turned), scores(region_view()));
        }
    }
}

fn region_view() -> &'static View {
    static VIEW: std::sync::OnceLock<View> = std::sync::OnceLock::new();
    VIEW.get_or_init(|| view(region("regio-zwolle"), DAY))
}
