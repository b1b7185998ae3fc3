//! Organisations that leave or join.

use serde_json::json;

use super::{Drawn, Refusal, refuse};
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::date::PartialDate;
use crate::facts::*;
use crate::id::{FactId, OrganisationId, SeatId};
use crate::links::Participation;
use crate::list::List;
use crate::table::Ix;

impl Drawn<'_> {
    /// It is a partner no more, and belongs to no group; its seats, signatures and promises end. What it refused stays
    /// refused. Of a seat that it shares with others, its part ends.
    pub(super) fn leave(&mut self, id: OrganisationId) -> Result<(), Refusal> {
        let network = self.view.network().clone();
        let organisation = self.organisation(id)?;
        self.today()?;
        for ix in network.belonging.partnerships_of.of(organisation) {
            let fees = network.belonging.base_contributions_of.of(ix);
            self.end_with(network.partnerships.get(ix), fees, |row, until| row.until = Some(until));
        }
        for ix in network.belonging.memberships_of.of(organisation) {
            self.end(network.group_memberships.get(ix), |row, until| row.until = Some(until));
        }
        for participation in self.own(organisation) {
            match participation {
                Participation::Seat(ix) => self.vacate(network.seats.get(ix), id),
                Participation::Signature(ix) => {
                    self.end(network.signatures.get(ix), |row, until| row.until = Some(until));
                }
                Participation::Commitment(ix) => {
                    let (row, means) = (network.commitments.get(ix), network.belonging.contributions_of.of(ix));
                    // Of one that was withdrawn nobody knows when, nobody knows that it held until now.
                    let never = row.status == CommitmentStatus::Withdrawn && row.until.is_none();
                    if row.status != CommitmentStatus::Declined && !never {
                        self.end_with(row, means, |row, until| row.until = Some(until));
                    }
                }
            }
        }
        Ok(())
    }

    /// It becomes a partner.
    pub(super) fn enter(&mut self, id: OrganisationId) -> Result<(), Refusal> {
        let organisation = self.organisation(id)?;
        if self.view.is_partner(organisation) {
            return refuse("deze organisatie is al deelnemer", "this organisation is a partner already");
        }
        if self.view.network().cooperation().organisation == id {
            return refuse("het netwerk is geen deelnemer van zichzelf", "the network is no partner of itself");
        }
        let since = self.today()?;
        self.add::<Partnership>(json!({ "organisation": id, "since": since })).map(drop)
    }

    /// What it takes part in itself, each once; not what a group of its takes part in.
    fn own(&self, organisation: Ix<Organisation>) -> Vec<Participation> {
        let network = self.view.network();
        let id = network.organisations.get(organisation).id;
        let mut own: Vec<_> = network.links.of(organisation).map(|link| link.participation).collect();
        own.sort_by_key(|participation| participation.place(network));
        own.dedup();
        own.retain(|participation| match participation {
            Participation::Seat(ix) => network.seats.get(*ix).on_behalf_of.contains(&id),
            Participation::Signature(_) | Participation::Commitment(_) => true,
        });
        own
    }

    /// A seat is held on behalf of others only, or of nobody any more.
    fn vacate(&mut self, seat: &Seat, id: OrganisationId) {
        if seat.on_behalf_of.len() == 1 {
            self.end(seat, |row, until| row.until = Some(until));
            return;
        }
        let span = seat.period().unwrap_or_default().span();
        if span.to <= self.view.valid_at() {
            return;
        }
        self.change(seat, |row| {
            row.on_behalf_of = row.on_behalf_of.iter().filter(|own| **own != id).copied().collect()
        });
        if let Some(until) = self.eve().filter(|_| span.from < self.view.valid_at()) {
            // Until then it was held on its behalf as well.
            let own = SeatId::from_key(&format!("left {} {id}", seat.id));
            let Ok(key) = own.to_string().parse() else { return };
            let on_behalf_of = List::from_iter([id]);
            let past = Seat { id: own, key, on_behalf_of, until: Some(until), ..seat.clone() };
            self.changes.push(Change::Added(past.into()));
        }
    }

    /// Ends what holds on the day or later with the day before; what begins on the day or later does not come.
    fn end<T: Fact + Into<AnyFact>>(&mut self, row: &T, until: impl FnOnce(&mut T, PartialDate)) {
        self.end_with(row, std::iter::empty(), until);
    }

    /// The same of what brings something in: what does not come brings nothing.
    fn end_with<T: Fact + Into<AnyFact>>(
        &mut self,
        row: &T,
        means: impl Iterator<Item = Ix<Contribution>>,
        until: impl FnOnce(&mut T, PartialDate),
    ) {
        let (day, span) = (self.view.valid_at(), row.period().unwrap_or_default().span());
        match self.eve().filter(|_| span.from < day) {
            _ if span.to <= day => {}
            Some(eve) => self.change(row, |row| until(row, eve)),
            None => {
                let network = self.view.network();
                let means = means.map(|ix| Change::Removed(network.contributions.get(ix).clone().into()));
                self.changes.extend(means);
                self.changes.push(Change::Removed(row.clone().into()));
            }
        }
    }

    /// The day before that of the view; `None` before the first day that can be written.
    pub(super) fn eve(&self) -> Option<PartialDate> {
        PartialDate::from_day(self.view.valid_at().pred_opt()?).ok()
    }
}
