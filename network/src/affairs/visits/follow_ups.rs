//! What was agreed in talks and takes a day of who does it.

use super::aims::{Aim, is_for};
use super::wishes::Wished;
use super::{Visit, VisitPurpose};
use crate::affairs::schedule::Window;

impl Wished<'_> {
    /// What has to be done after talks with the targets, by ours and before the first stage after it is due. It takes a day of
    /// who does it, on any working day until then; what is overdue is for who looks at that.
    pub(super) fn follow_ups(&mut self, aims: &[Aim]) {
        let network = self.view.network();
        let table = &network.follow_ups;
        let mut open: Vec<_> =
            table.iter().filter(|(ix, row)| row.done_on.is_none() && self.view.fact(table, *ix).is_some()).collect();
        open.sort_by_key(|(_, row)| row.id);
        for (ix, row) in open {
            let owner = row.owner.and_then(|id| network.persons.by_id(id)).filter(|ix| self.asked.ours.contains(ix));
            let talk = network.contact_moments.by_id(row.contact_moment).map(|ix| network.contact_moments.get(ix));
            let due = row.due.latest().filter(|due| *due >= self.asked.from);
            let (Some(owner), Some(talk), Some(due)) = (owner, talk, due) else { continue };
            let aim = aims.iter().filter(|aim| is_for(self.view, talk, aim.target));
            let before = aim.flat_map(|aim| aim.stages.iter().map(move |stage| (aim.target, *stage)));
            let Some((target, stage)) = before.filter(|(_, stage)| stage.day >= due).min_by_key(|(_, stage)| stage.day)
            else {
                continue;
            };
            let visit = Visit {
                purpose: VisitPurpose::FollowUp,
                targets: vec![target],
                stage,
                owner,
                with: None,
                route: None,
                reliability: 1.0,
                priority: f64::from(network.targets.get(target).value.number()),
                after: Vec::new(),
                follow_up: Some(ix),
            };
            self.push(visit, Window::until(self.asked.from, due), Vec::new(), None);
        }
    }
}
