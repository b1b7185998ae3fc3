//! What planning an import costs, by how many rows it has: a made network that comes into an empty one, and once more when it is
//! there. `cargo bench -p drieklank-network --bench import`; arguments are scales: `-- 0.007 0.014`.

#[path = "coalition/made.rs"]
mod made;

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, NaiveDate};
use network::facts::{DecisionOutcome, Facts};
use network::id::{CommitmentId, OrganisationId};
use network::network::{Network, Revision};
use network::plan::{Act, Command, Importing, Policy, plan};
use uuid::Uuid;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Cargo passes `--bench` as well.
    let mut scales: Vec<f64> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    if scales.is_empty() {
        scales = vec![0.007, 0.014, 0.028, 0.056];
    }
    for scale in scales {
        let mut facts = made::facts(scale)?;
        let own = facts.cooperations.first().map(|row| row.organisation).unwrap_or_default();
        said_once(&mut facts, own);
        let standing = facts.organisations.iter().filter(|row| row.id == own).cloned().collect();
        let empty = Facts { cooperations: facts.cooperations.clone(), organisations: standing, ..Facts::default() };
        let revision = |number| Revision { number, recorded_at: DateTime::UNIX_EPOCH };
        let empty = Arc::new(Network::build(empty, revision(1)).map_err(|problems| format!("{problems:?}"))?);
        let n_rows = facts.len();
        let importing = Importing { facts: Arc::new(facts), replaces: false, seed: Uuid::from_u128(42) };
        let command = Command { act: Act::Import(importing), source: None, if_revision: None };
        let today = NaiveDate::from_ymd_opt(2024, 3, 14).unwrap_or_default();
        let policy = Policy { source_required: true, today, erased: Arc::default() };
        let start = Instant::now();
        let planned = plan(&empty, &command, &policy, revision(2));
        let first = start.elapsed();
        let outcome = match &planned {
            Ok(planned) => format!("{} changes", planned.changes.len()),
            Err(refused) => format!("{} refusals, the first {:?}", refused.len(), refused.first()),
        };
        let again = planned.ok().map(|planned| {
            let after = Arc::new(planned.after);
            let start = Instant::now();
            let same = plan(&after, &command, &policy, revision(3)).map(|planned| planned.changes.len());
            format!("{:.3} s again ({same:?} changes)", start.elapsed().as_secs_f64())
        });
        let per_row = first.as_secs_f64() * 1e6 / n_rows as f64;
        println!(
            "{n_rows} rows: {:.3} s, {per_row:.1} µs a row; {outcome}; {}",
            first.as_secs_f64(),
            again.unwrap_or_default()
        );
    }
    Ok(())
}

/// Takes out what no import may say: that the cooperation is a partner of itself, the same twice, and what
/// breaks a rule that refuses.
fn said_once(facts: &mut Facts, own: OrganisationId) {
    facts.partnerships.retain(|row| row.organisation != own);
    // Any body may advise.
    facts.decisions.iter_mut().for_each(|row| row.outcome = DecisionOutcome::Advised);
    let delivered: HashSet<CommitmentId> = facts.contributions.iter().filter_map(|row| row.commitment).collect();
    facts.commitments.retain(|row| row.ratified_by.is_none() || delivered.contains(&row.id));
    let mut signed = HashSet::new();
    facts.signatures.retain(|row| signed.insert((row.organisation, row.agreement)));
    let mut seated = HashSet::new();
    facts.seats.retain(|row| seated.insert((row.body, row.role, row.on_behalf_of.clone(), row.holder)));
}
