//! Who joins on which condition.

use network::coalition::{Blocked, Outcome};
use network::facts::Commitment;
use network::table::Ix;
use network::view::View;
use rustc_hash::FxHashMap;

use super::{Table, content_lines, line_cells, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::value::Attribute;

const COLUMNS: &[Attribute] = &[
    Attribute::text("line"),
    Attribute::text("lineName"),
    Attribute::text("organisation"),
    Attribute::text("name"),
    Attribute::text("commitment"),
    Attribute::text("amount"),
    Attribute::text("outcome"),
    Attribute::whole("round"),
    Attribute::text("failingClause"),
    Attribute::whole("unlockParties"),
    Attribute::text("unlockAmount"),
];

/// A row for each active pledge on a content line or on a part of it, in Dutch order of who offers.
pub(super) fn closure<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    Ok(Table::new(COLUMNS, move |each| {
        let network = view.network();
        for line in content_lines(view) {
            let closure = view.coalition(line).closure(view, asked.level);
            let blocked: FxHashMap<Ix<Commitment>, &Blocked> =
                closure.blocked().iter().map(|blocked| (blocked.offer.commitment, blocked)).collect();
            for offer in closure.offers() {
                let blocked = blocked.get(&offer.commitment);
                let [key, name] = line_cells(view, line, asked.language);
                let outcome = match offer.outcome {
                    Outcome::Certain => "CERTAIN",
                    Outcome::Together => "TOGETHER",
                    Outcome::Blocked => "BLOCKED",
                };
                let cells = [
                    key,
                    name,
                    Some((&*network.organisations.get(offer.organisation).slug).into()),
                    Some(view.name(offer.organisation, asked.language).into()),
                    Some((&*network.commitments.get(offer.commitment).key).into()),
                    Some(offer.amount.into()),
                    Some(outcome.into()),
                    blocked.map(|blocked| blocked.round.into()),
                    blocked.map(|blocked| blocked.failing.words(view, asked.language).into()),
                    blocked.map(|blocked| blocked.unlock.parties.into()),
                    blocked.map(|blocked| blocked.unlock.amount.into()),
                ];
                let shows = [pointed(view, line), pointed(view, offer.organisation), pointed(view, offer.commitment)];
                each(&cells, &shows)?;
            }
        }
        Ok(())
    }))
}
