//! What coalitions tell, a line for each who stands somewhere.

use super::coalition;
use crate::coalition::{Coalition, Standing};
use crate::facts::Language;
use crate::view::View;

/// Where everybody stands, a line each: `Zwolle: PLEDGED (base: yes)`.
pub(crate) fn standings(view: &View, line: &str) -> String {
    each(view, line, |_, standing| format!("{} (base: {})", standing.status, if standing.base { "yes" } else { "no" }))
}

/// What everybody's evidence is, a line each: `Zwolle: PLEDGED by DIRECT zwolle.economie`.
pub(crate) fn evidence(view: &View, line: &str) -> String {
    let network = view.network();
    each(view, line, |coalition, standing| {
        let items = coalition.evidence(network, standing).map(|item| {
            let path = coalition.path(item);
            format!("{} {}", item.route, path.iter().map(|node| node.key(network)).collect::<Vec<_>>().join(" > "))
        });
        [standing.status.to_string()].into_iter().chain(items).collect::<Vec<_>>().join(" | ")
    })
}

/// Since when and until when everybody stands there, a line each: `Zwolle: PLEDGED since 2024-01 until 2025`.
pub(crate) fn periods(view: &View, line: &str) -> String {
    each(view, line, |coalition, standing| {
        let period = coalition.period(view, standing);
        let since = period.since.map(|date| format!(" since {date}")).unwrap_or_default();
        let until = period.until.map(|date| format!(" until {date}")).unwrap_or_default();
        format!("{}{since}{until}", standing.status)
    })
}

/// Where everybody stands with everything that is told about it: two views that agree on this agree.
pub(crate) fn everything(view: &View, line: &str) -> String {
    let network = view.network();
    each(view, line, |coalition, standing| {
        let evidence: Vec<_> = coalition
            .evidence(network, standing)
            .map(|item| {
                let path: Vec<_> = coalition.path(item).iter().map(|node| node.key(network)).collect();
                let share = coalition.share(item);
                format!(
                    "{} {path:?} {:?} {:?} {} {share} {:?}",
                    item.route, item.tense, item.stance, item.confidence, item.span
                )
            })
            .collect();
        let missing = coalition.missing(view, standing);
        let missing: Vec<_> = missing.iter().map(|missing| missing.message(Language::En)).collect();
        format!(
            "{} {} {} {:?} {:?}\n    {evidence:#?}\n    {missing:?}",
            standing.status,
            standing.tier,
            standing.base,
            coalition.period(view, standing),
            standing.strength
        )
    })
}

/// A line for each standing.
pub(crate) fn each(view: &View, line: &str, tell: impl Fn(&Coalition, &Standing) -> String) -> String {
    let coalition = coalition(view, line);
    let lines = coalition
        .standings()
        .iter()
        .map(|standing| format!("{}: {}", view.name(standing.organisation, Language::Nl), tell(coalition, standing)));
    lines.collect::<Vec<_>>().join("\n")
}
