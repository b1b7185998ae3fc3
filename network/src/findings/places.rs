//! R06: two content lines; a programme stands under exactly one line or precondition; the shares of an initiative in
//! lines and other initiatives are 100 percent together.

use super::finding::{Finding, RuleCode, both};
use crate::facts::*;
use crate::node::NodeIx;
use crate::table::Ix;
use crate::view::View;

/// Lines too many or too few, programmes without their one place, shares that are no whole.
pub(super) fn misplaced(view: &View) -> Vec<Finding> {
    let network = view.network();
    lines(view).into_iter().chain(network.initiatives.indices().filter_map(|ix| initiative(view, ix))).collect()
}

/// Lines too many or too few.
pub(super) fn lines(view: &View) -> Option<Finding> {
    let network = view.network();
    let mut lines: Vec<_> = network
        .programme_lines
        .iter()
        .filter(|(ix, row)| row.kind == ProgrammeLineKind::Content && view.sees(*ix).is_some())
        .collect();
    if lines.len() == 2 {
        return None;
    }
    lines.sort_by_key(|(_, row)| (row.position, &row.slug));
    let [nl, en] = listed(lines.iter().map(|(_, row)| both(&row.name_nl, row.name_en.as_deref())));
    let number = lines.len();
    Some(Finding {
        rule: RuleCode::R06,
        severity: Severity::Error,
        key: "programme_lines".into(),
        subjects: lines.into_iter().map(|(ix, _)| ix.into()).collect(),
        message: [
            format!("{number} inhoudelijke programmalijnen in plaats van twee{nl}"),
            format!("{number} content lines instead of two{en}"),
        ],
    })
}

/// An initiative without its one place, or whose shares are no whole.
pub(super) fn initiative(view: &View, ix: Ix<Initiative>) -> Option<Finding> {
    let network = view.network();
    view.sees(ix)?;
    let row = network.initiatives.get(ix);
    let mut lines: Vec<Ix<ProgrammeLine>> = Vec::new();
    let mut shares: Option<u32> = None;
    for part in network.belonging.places_of.of(ix) {
        let place = network.initiative_parts.get(part);
        let line = place.programme_line.and_then(|id| network.programme_lines.by_id(id));
        let parent = place.parent.and_then(|id| network.initiatives.by_id(id));
        // An agreement pays for the whole of a project: its place there is beside those in the programmes.
        let whole = line.map(NodeIx::from).or(parent.map(NodeIx::from));
        if whole.is_some_and(|whole| view.sees(whole).is_some()) && view.fact(&network.initiative_parts, part).is_some()
        {
            *shares.get_or_insert(0) += u32::from(place.share_pct.percent());
            lines.extend(line);
        }
    }
    lines.sort_by_key(|line| &network.programme_lines.get(*line).slug);
    lines.dedup();
    let [nl, en] = both(&row.name_nl, row.name_en.as_deref());
    let message = if row.kind == InitiativeKind::Programme && lines.len() != 1 {
        let names = lines.iter().map(|line| network.programme_lines.get(*line));
        let [lines_nl, lines_en] = listed(names.map(|line| both(&line.name_nl, line.name_en.as_deref())));
        let number = lines.len();
        [
            format!(
                "programma {nl} valt onder {number} programmalijnen of randvoorwaarden in plaats van één{lines_nl}"
            ),
            format!("programme {en} stands under {number} lines or preconditions instead of one{lines_en}"),
        ]
    } else {
        let sum = shares.filter(|sum| *sum != 100)?;
        [
            format!("de delen van {nl} zijn samen {sum} % in plaats van 100 %"),
            format!("the shares of {en} add up to {sum} % instead of 100 %"),
        ]
    };
    Some(Finding {
        rule: RuleCode::R06,
        severity: Severity::Error,
        key: format!("initiatives.{}", row.slug),
        subjects: vec![ix.into()],
        message,
    })
}

/// ": A, B" in both languages; nothing when there are none.
fn listed<'a>(names: impl Iterator<Item = [&'a str; 2]>) -> [String; 2] {
    let (nl, en): (Vec<&str>, Vec<&str>) = names.map(|[nl, en]| (nl, en)).unzip();
    [nl, en].map(|names| if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::found;

    fn placed(kind: &str, places: &[Value]) -> Vec<String> {
        let mut parts: Vec<Value> = places
            .iter()
            .enumerate()
            .map(|(at, place)| {
                let mut part = json!({"key": format!("deel-{at}"), "initiative": "werk"});
                part.as_object_mut().expect("an object").extend(place.as_object().expect("an object").clone());
                part
            })
            .collect();
        parts.push(json!({"key": "ander-deel", "initiative": "programma", "programme_line": "economie"}));
        let facts = json!({
            "programme_lines": [{"slug": "basis", "kind": "PRECONDITION", "position": 1}],
            "agreements": [{"slug": "deal", "kind": "REGIO_DEAL"}],
            "initiatives": [{"slug": "werk", "kind": kind}, {"slug": "programma", "kind": "PROGRAMME"}],
            "initiative_parts": parts,
        });
        found(RuleCode::R06, &facts, "2024-03-14")
    }

    #[test]
    fn there_are_two_content_lines() {
        assert!(found(RuleCode::R06, &json!({}), "2024-03-14").is_empty());
        assert_eq!(
            found(RuleCode::R06, &json!({"programme_lines": [{"slug": "derde", "position": 3}]}), "2024-03-14"),
            ["ERROR [economie ruimte derde] 3 content lines instead of two: economie, ruimte, derde"]
        );
        let none = json!({"programme_lines": [
            {"slug": "economie", "kind": "PRECONDITION", "position": 1},
            {"slug": "ruimte", "kind": "PRECONDITION", "position": 2},
        ]});
        assert_eq!(found(RuleCode::R06, &none, "2024-03-14"), ["ERROR [] 0 content lines instead of two"]);
    }

    #[test]
    fn a_programme_stands_under_one_line_or_precondition() {
        assert!(placed("PROGRAMME", &[json!({"programme_line": "ruimte"})]).is_empty());
        assert!(placed("PROGRAMME", &[json!({"programme_line": "basis"}), json!({"agreement": "deal"})]).is_empty());
        assert_eq!(
            placed("PROGRAMME", &[json!({"agreement": "deal"})]),
            ["ERROR [werk] programme werk stands under 0 lines or preconditions instead of one"]
        );
        let halves = [
            json!({"programme_line": "ruimte", "share_pct": "50"}),
            json!({"programme_line": "basis", "share_pct": "50"}),
        ];
        assert_eq!(
            placed("PROGRAMME", &halves),
            ["ERROR [werk] programme werk stands under 2 lines or preconditions instead of one: basis, ruimte"]
        );
    }

    #[test]
    fn the_shares_of_an_initiative_are_a_whole() {
        let share = |place: &str, key: &str, share: &str| json!({place: key, "share_pct": share});
        assert!(placed("PROJECT", &[]).is_empty());
        assert!(
            placed("PROJECT", &[share("programme_line", "ruimte", "60"), share("parent", "programma", "40")])
                .is_empty()
        );
        // A deal pays for the whole project, beside the programmes that it serves.
        assert!(
            placed("PROJECT", &[share("agreement", "deal", "100"), share("parent", "programma", "100")]).is_empty()
        );
        assert_eq!(
            placed("PROJECT", &[share("programme_line", "ruimte", "60"), share("parent", "programma", "50")]),
            ["ERROR [werk] the shares of werk add up to 110 % instead of 100 %"]
        );
        assert_eq!(
            placed("PROGRAMME", &[share("programme_line", "ruimte", "60")]),
            ["ERROR [werk] the shares of werk add up to 60 % instead of 100 %"]
        );
    }
}
