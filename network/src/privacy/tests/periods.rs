//! Exactly what is due goes, from the past as well.

use super::*;

fn over(snapshot: &Snapshot, periods: &Periods, today: &str) -> Option<Forgotten> {
    let forgetting = periods.over(&snapshot.network, day(today))?;
    let by = By { command: APPLY_RETENTION, actor: "retention".into(), reason: None, ..by(2) };
    Some(forgetting.forget(snapshot, by).expect("it stays a network"))
}

#[test]
fn each_kind_ends_when_its_period_is_over() {
    let snapshot = recorded(std::slice::from_ref(&REGION)).expect("the region");
    let expiries = Periods::default().expiries(&snapshot.network);
    let of =
        |key: &str| expiries.iter().find(|expiry| expiry.key == key).map(|expiry| (expiry.kind, expiry.on.to_string()));
    for (key, expected) in [
        ("2025-08-19.noordermarke.willemijn", Some((Kept::ContactNotes, "2027-08-20".to_owned()))),
        ("dubbelspoor-aalijn.directeur-spoor.2025-08-19", Some((Kept::Assessments, "2027-08-20".to_owned()))),
        ("2025-06-24.waterbroek.wouter.1", Some((Kept::FollowUps, "2026-07-12".to_owned()))),
        // She has an office.
        ("willemijn-de-vries.email", None),
    ] {
        assert_eq!(of(key), expected, "{key}");
    }
    assert!(expiries.is_sorted_by_key(|expiry| expiry.on));
    let never = Periods { contact_notes: 0, contact_details: 0, assessments: 0, follow_ups: 0, readings: 0 };
    assert_eq!(never.expiries(&snapshot.network), []);
    assert!(over(&snapshot, &never, "2100-01-01").is_none());
}

#[test]
fn exactly_what_is_due_goes() {
    let snapshot = recorded(std::slice::from_ref(&REGION)).expect("the region");
    let periods = Periods::default();
    assert!(over(&snapshot, &periods, "2026-07-11").is_none(), "a day too early");
    let Forgotten { report, after, .. } = over(&snapshot, &periods, "2026-07-12").expect("one is due");
    assert_eq!((report.gone.get("follow_ups"), report.gone.len(), report.changed.len()), (Some(&1), 1, 0));
    assert!(over(&after, &periods, "2026-07-12").is_none(), "what went does not go again");
    let Forgotten { after, .. } = over(&snapshot, &periods, "2027-08-20").expect("more is due");
    let talk = |network: &Network| {
        let ix = network.contact_moments.by_key("2025-08-19.noordermarke.willemijn").expect("the talk");
        network.contact_moments.get(ix).clone()
    };
    let (was, is) = (talk(&snapshot.network), talk(&after.network));
    let expected = ContactMoment { outcome: None, note: None, source: "(gewist)".into(), ..was };
    assert_eq!(is, expected, "that it took place stays");
    assert!(after.network.assessments.by_key("dubbelspoor-aalijn.directeur-spoor.2025-08-19").is_none());
    assert!(after.network.assessments.by_key("dubbelspoor-aalijn.directeur-spoor.2026-03-24").is_some());
}

#[test]
fn who_has_left_is_not_reached_for_ever() {
    let mut facts = REGION.clone();
    for office in facts.offices.iter_mut().filter(|office| office.person == willemijn() && office.until.is_none()) {
        office.until = Some("2025".parse().expect("a year"));
    }
    let snapshot = recorded(&[facts]).expect("the region");
    let expiries = Periods::default().expiries(&snapshot.network);
    let address = expiries.iter().find(|expiry| expiry.key == "willemijn-de-vries.email").expect("it ends");
    assert_eq!((address.kind, address.on), (Kept::ContactDetails, day("2028-01-01")));
}

#[test]
fn what_is_over_is_not_in_the_journal_either() {
    let mut corrected = REGION.clone();
    let talk = corrected.contact_moments.iter_mut().find(|talk| talk.outcome.is_some()).expect("a talk");
    let (id, was) = (talk.id, talk.outcome.clone().expect("an outcome"));
    talk.outcome = Some("iets anders".into());
    let snapshot = recorded(&[REGION.clone(), corrected]).expect("the region");
    let Forgotten { after, .. } = Periods::default()
        .over(&snapshot.network, day("2030-01-01"))
        .expect("it is due")
        .forget(&snapshot, By { command: APPLY_RETENTION, ..by(3) })
        .expect("a network");
    let told = format!("{:?}", after.journal);
    assert!(!told.contains(&was) && !told.contains("iets anders"), "{told}");
    let first = after.journal.undo(&after.network, revised(1)).expect("undone");
    let talk = first.contact_moments.get(first.contact_moments.by_id(id).expect("the talk"));
    assert_eq!(talk.outcome, None);
}
