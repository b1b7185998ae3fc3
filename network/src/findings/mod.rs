//! What the facts of a view break or leave open of the rules of the cooperation (R01 to R20).
//!
//! A sourced fact that breaks a rule is still a fact: it loads and becomes a finding. What is about the state of affairs
//! (R04, R05, R12, R19) is found in what holds on the day; breaches that lie in the facts themselves (R01, R06, R07, R09,
//! R11, R13, R14, R17) in everything that the view holds, ended or not. No message names the day of the view: all days
//! between which nothing begins or ends have the same findings.

mod affected;
mod agenda;
mod balance;
mod chart;
mod counts;
mod deals;
mod decisions;
mod finding;
mod goals;
mod knowledge;
mod meetings;
mod names;
mod places;
mod promises;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod testing;

pub(crate) use affected::Affected;
pub(crate) use agenda::on_agenda_as;
pub use finding::{Finding, RuleCode};

use crate::view::View;

/// All findings, ordered by rule and key.
///
/// Time in proportion to the facts, apart from sorting the findings.
#[must_use]
pub fn findings(view: &View) -> Vec<Finding> {
    let rules = [
        decisions::not_competent,
        promises::open,
        goals::without,
        agenda::not_held_once,
        places::misplaced,
        knowledge::not_shared,
        meetings::late_papers,
        deals::outside,
        balance::one_sided,
        decisions::too_early,
        deals::incomplete,
        names::double,
        counts::gaps,
        chart::in_one_only,
    ];
    let mut findings: Vec<Finding> = rules.iter().flat_map(|rule| rule(view)).collect();
    for finding in &mut findings {
        // A declared number stands in every view, also in one in which what it counts is not there.
        finding.subjects.retain(|subject| view.sees(*subject).is_some());
    }
    findings.sort_by(|a, b| (a.rule, &a.key).cmp(&(b.rule, &b.key)));
    findings
}
