//! What a view leaves out, and what it keeps and marks.

use crate::facts::Language;
use crate::network::Network;
use crate::node::NodeIx;
use crate::period::Tense;
use crate::source::Confidence;
use crate::testing::{coalition, day, fixture, key, on, organisation, sure};
use crate::view::View;

fn node(network: &Network, noun: &str, name: &str) -> NodeIx {
    let uuid = match noun {
        "Body" => network.bodies.by_key(&key(name)).map(NodeIx::from),
        "Seat" => network.seats.by_key(&key(name)).map(NodeIx::from),
        "Commitment" => network.commitments.by_key(&key(name)).map(NodeIx::from),
        "Signature" => network.signatures.by_key(&key(name)).map(NodeIx::from),
        "Decision" => network.decisions.by_key(&key(name)).map(NodeIx::from),
        _ => network.organisations.by_key(&key(name)).map(NodeIx::from),
    };
    uuid.expect(name)
}

fn names(view: &View) -> Vec<&str> {
    view.organisations().iter().map(|ix| view.name(*ix, Language::Nl)).collect()
}

#[test]
fn what_has_not_begun_is_not_there_and_what_has_ended_says_so() {
    let network = fixture("company Scania since 2020 until 2022");
    let seen = |day| on(&network, day).sees(node(&network, "Organisation", "Scania"));
    assert_eq!(seen("2019-12-31"), None);
    assert_eq!(seen("2020-01-01"), Some(Tense::Current));
    assert_eq!(seen("2022-12-31"), Some(Tense::Current));
    assert_eq!(seen("2023-01-01"), Some(Tense::Ended));
}

#[test]
fn lists_leave_out_what_has_ended_and_are_in_dutch_order() {
    let network = fixture(
        "municipality Zwolle; municipality IJsselland; municipality Élburg; municipality Elburg; municipality Jutland
         municipality Oud until 2020; municipality Nieuw since 2025; municipality Onzeker low",
    );
    let view = sure(&network, "2024-03-14", Confidence::Medium);
    assert_eq!(names(&view), ["Elburg", "Élburg", "IJsselland", "Jutland", "Netwerk Zelf", "Zwolle"]);
    let keys: Vec<_> = view.organisations().iter().map(|ix| view.sort_key(*ix)).collect();
    assert!(keys.is_sorted());
}

#[test]
fn a_partnership_begins_on_its_first_day_and_ends_after_its_last() {
    let network = fixture("municipality Zwolle partner since 2009-05 until 2020");
    let partner = |day| on(&network, day).is_partner(organisation(&on(&network, day), "Zwolle"));
    assert!(!partner("2009-04-30") && partner("2009-05-01") && partner("2020-12-31") && !partner("2021-01-01"));
    let later = on(&network, "2024-03-14");
    let (_, tense) = later.partnership(organisation(&later, "Zwolle")).expect("the last one that ended");
    assert_eq!(tense, Tense::Ended);
}

#[test]
fn an_organisation_that_has_ended_is_no_partner() {
    let network = fixture("municipality Zwollerkerspel until 1967 partner since 1950");
    let view = on(&network, "1968-01-01");
    assert!(!view.is_partner(organisation(&view, "Zwollerkerspel")));
}

#[test]
fn a_group_has_the_members_of_the_day() {
    let network = fixture(
        "group Gemeenten; municipality Zwolle; municipality Noordoostpolder; municipality Oud until 2015
         member Zwolle of Gemeenten; member Noordoostpolder of Gemeenten since 2020; member Oud of Gemeenten
         member Zwolle of Gemeenten since 2010 low",
    );
    let members = |day| {
        let view = on(&network, day);
        let group = network.stakeholder_groups.by_key("gemeenten").expect("a group");
        let mut names: Vec<_> = view.members(group).map(|ix| view.name(ix, Language::Nl).to_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(members("2019-12-31"), ["Zwolle"]);
    assert_eq!(members("2020-01-01"), ["Noordoostpolder", "Zwolle"]);
    assert_eq!(members("2015-12-31"), ["Oud", "Zwolle"]);
}

#[test]
fn what_takes_place_in_an_ended_venue_has_ended_with_it() {
    let network = fixture(
        "municipality Zwolle; body Regiegroep until 2022-04-20; agreement Deal until 2023; line Economie
         seat Regiegroep member for Zwolle; signature Zwolle under Deal; pledge Zwolle to Deal; pledge Zwolle to Economie",
    );
    let view = on(&network, "2024-03-14");
    let tense = |noun, name| view.sees(node(&network, noun, name));
    assert_eq!(tense("Seat", "Regiegroep"), Some(Tense::Ended));
    assert_eq!(tense("Signature", "Zwolle.deal"), Some(Tense::Ended));
    assert_eq!(tense("Commitment", "Zwolle.deal"), Some(Tense::Ended));
    assert_eq!(tense("Commitment", "Zwolle.economie"), Some(Tense::Current));
    let links = view.links_of(organisation(&view, "Zwolle")).filter(|(_, tense)| *tense == Tense::Current);
    assert_eq!(links.count(), 1, "the organisation's own list says the same");
}

#[test]
fn a_seat_lasts_as_long_as_one_of_those_for_whom_it_is_held() {
    let network = fixture(
        "body Stuurgroep; municipality Zwolle until 2023; municipality Kampen until 2022
         seat Stuurgroep member for Zwolle and Kampen",
    );
    let seat = |day| on(&network, day).sees(node(&network, "Seat", "Stuurgroep"));
    assert_eq!((seat("2023-06-01"), seat("2024-01-01")), (Some(Tense::Current), Some(Tense::Ended)));
    let view = on(&network, "2023-06-01");
    let body = network.bodies.by_key("stuurgroep").map(crate::links::Venue::Body).expect("a body");
    let mut links: Vec<_> =
        view.links_at(body).map(|(link, tense)| (view.name(link.organisation, Language::Nl), tense)).collect();
    links.sort();
    assert_eq!(links, [("Kampen", Tense::Ended), ("Zwolle", Tense::Current)]);
}

#[test]
fn what_a_fact_cannot_be_without_hides_it() {
    let network = fixture(
        "municipality Zwolle; municipality Kampen low; line Economie; body Stuurgroep low; agreement Deal low
         council Raad of Kampen; seat Raad chair for Zwolle
         seat Stuurgroep member for Zwolle; seat Stuurgroep member for Kampen
         signature Zwolle under Deal; pledge Kampen to Economie; pledge Zwolle to Economie ratified by Raad on 2020",
    );
    let (all, view) = (sure(&network, "2024-03-14", Confidence::Low), sure(&network, "2024-03-14", Confidence::Medium));
    for (noun, name) in [
        ("Organisation", "Kampen"),
        ("Body", "Stuurgroep"),
        ("Body", "Raad"),
        ("Seat", "Raad"),
        ("Seat", "Stuurgroep"),
        ("Seat", "Stuurgroep.2"),
        ("Signature", "Zwolle.deal"),
        ("Commitment", "Kampen.economie"),
        ("Decision", "Raad"),
    ] {
        let node = node(&network, noun, name);
        assert_eq!(all.sees(node), Some(Tense::Current), "{noun} {name}");
        assert_eq!(view.sees(node), None, "{noun} {name}");
    }
    assert_eq!(view.sees(node(&network, "Commitment", "Zwolle.economie")), Some(Tense::Current));
}

#[test]
fn decisions_are_in_every_view() {
    let network = fixture(
        "line Economie; council Raad of Zwolle until 2020; municipality Zwolle; pledge Zwolle to Economie ratified by Raad on 2019",
    );
    for day in ["2018-01-01", "2019-06-01", "2024-03-14"] {
        assert_eq!(on(&network, day).sees(node(&network, "Decision", "Raad")), Some(Tense::Current), "{day}");
    }
}

#[test]
fn days_between_which_nothing_happens_share_what_was_computed() {
    let network = fixture("line Economie; municipality Zwolle; pledge Zwolle to Economie since 2022 until 2023");
    let view = on(&network, "2022-01-01");
    assert_eq!(view.key(), view.on(day("2023-12-31")).key());
    assert!(std::sync::Arc::ptr_eq(coalition(&view, "Economie"), coalition(&view.on(day("2023-12-31")), "Economie")));
    assert_ne!(view.key(), view.on(day("2024-01-01")).key());
    assert_ne!(view.key(), view.on(day("2021-12-31")).key());
    assert_eq!(view.on(day("2023-12-31")).valid_at(), day("2023-12-31"));
}

#[test]
fn the_date_of_a_decision_and_the_twelve_months_after_a_delivery_divide_the_days() {
    let network = fixture(
        "line Economie; council Raad of Zwolle; municipality Zwolle
         delivery Zwolle to Economie budget realised 2022-03-14 ratified by Raad on 2022-05",
    );
    for (last, next) in [("2022-03-13", "2022-03-14"), ("2022-04-30", "2022-05-01"), ("2023-03-14", "2023-03-15")] {
        assert_ne!(network.interval(day(last)), network.interval(day(next)), "{next}");
    }
    assert_eq!(network.interval(day("2022-05-01")), network.interval(day("2023-03-14")));
}

#[test]
fn an_organ_begins_and_ends_with_its_organisation() {
    let network = fixture(
        "municipality Zwollerkerspel since 1811 until 1967; municipality Zwolle; council Raad of Zwollerkerspel
         seat Raad member for Zwolle",
    );
    let raad = node(&network, "Body", "Raad");
    let seen = |day| on(&network, day).sees(raad);
    assert_eq!(
        (seen("1810-12-31"), seen("1967-12-31"), seen("1968-01-01")),
        (None, Some(Tense::Current), Some(Tense::Ended))
    );
    let view = on(&network, "1968-01-01");
    let links: Vec<_> = view.links_of(organisation(&view, "Zwolle")).map(|(_, tense)| tense).collect();
    assert_eq!(links, [Tense::Ended]);
}
