//! A plan of talks in a calendar, before anything of it is recorded.

use uuid::Uuid;

use super::{Asked, Entry, Making};
use crate::affairs::preferences::preference;
use crate::affairs::schedule::Planned;
use crate::affairs::visits::{ContactPlan, Visit, VisitPurpose};
use crate::audience::Audience;
use crate::facts::*;
use crate::id::FactId;
use crate::table::Ix;
use crate::view::View;

/// The talks of a plan that have a day, in the order of their days. All of them are tentative, as nobody has agreed to any,
/// and for the desk alone.
#[must_use]
pub fn plan_entries(view: &View, plan: &ContactPlan, asked: &Asked) -> Vec<Entry> {
    let making = Making { view, asked };
    let mut entries: Vec<Entry> =
        plan.planned.iter().map(|planned| making.visit(&plan.visits[planned.talk], planned)).collect();
    entries.sort_by(|one, other| (one.first, &one.key).cmp(&(other.first, &other.key)));
    entries
}

impl Making<'_> {
    fn visit(&self, visit: &Visit, planned: &Planned) -> Entry {
        let network = self.view.network();
        let targets: Vec<&Target> = visit.targets.iter().map(|ix| network.targets.get(*ix)).collect();
        let person = |ix: Ix<Person>| network.persons.get(ix);
        let with = visit.with.map(|ix| person(ix).name.clone());
        let whom = with.or_else(|| self.reached(targets.first()?)).unwrap_or_default();
        let due = visit.follow_up.map(|ix| network.follow_ups.get(ix));
        let what = due.map_or(whom, |row| row.text.clone());
        let (nl, en) = match visit.purpose {
            VisitPurpose::FollowUp => ("Voorstel afspraak nakomen", "Proposed follow-up"),
            VisitPurpose::Talk => ("Voorstel gesprek", "Proposed talk"),
            VisitPurpose::Introduction => ("Voorstel introductie", "Proposed introduction"),
        };
        let moment = network.decision_moments.get(visit.stage.moment);
        let decision = self.named(&moment.title_nl, moment.title_en.as_deref());
        let reached = |target: &&Target| Some(format!("{}: {}", self.topic(target)?, self.reached(target)?));
        let mut lines: Vec<String> = targets.iter().filter_map(reached).collect();
        lines.push(format!("{}: {decision}", self.stage(visit.stage.kind)));
        lines.push(person(visit.owner).name.clone());
        lines.extend(due.map(|row| format!("{} {}", self.say("Uiterlijk", "Due"), row.due)));
        let preference = targets.first().and_then(|target| preference(self.view, target, visit.with));
        lines.extend(preference.map(|ix| self.preferred(network.preferences.get(ix))));
        let mut facts = Vec::new();
        let mut shown = |noun, id: Uuid, audience| facts.push((noun, id, audience));
        targets.iter().for_each(|row| shown(Target::NOUN, row.id.uuid(), row.audience));
        shown(DecisionMoment::NOUN, moment.id.uuid(), moment.audience);
        for row in visit.with.into_iter().chain([visit.owner]).map(person) {
            shown(Person::NOUN, row.id.uuid(), row.audience);
        }
        if let Some(row) = due {
            shown(FollowUp::NOUN, row.id.uuid(), row.audience);
        }
        if let Some(row) = preference.map(|ix| network.preferences.get(ix)) {
            shown(Preference::NOUN, row.id.uuid(), row.audience);
        }
        Entry {
            key: self.key(visit),
            first: planned.first,
            last: planned.last,
            summary: format!("{}: {what}", self.say(nl, en)),
            description: lines.join("\n"),
            tentative: true,
            cancelled: false,
            confidential: facts.iter().any(|(.., audience)| *audience != Audience::Public),
            facts,
            changed: network.revision(),
        }
    }

    /// The same for the same talk of a later plan: for whom and which stage, or who is asked by whom.
    fn key(&self, visit: &Visit) -> String {
        let network = self.view.network();
        let person = |ix: Ix<Person>| network.persons.get(ix).id.uuid();
        if let Some(due) = visit.follow_up {
            return format!("follow-up-{}", network.follow_ups.get(due).id.uuid());
        }
        match (visit.purpose, visit.with, visit.targets.first()) {
            (VisitPurpose::Introduction, Some(with), _) => {
                format!("introduction-{}-{}", person(visit.owner), person(with))
            }
            (_, _, target) => {
                let target = target.map(|ix| network.targets.get(*ix).id.uuid()).unwrap_or_default();
                let stage = visit.stage.stage.map(|ix| network.decision_stages.get(ix).id.uuid());
                let stage = stage.unwrap_or_else(|| network.decision_moments.get(visit.stage.moment).id.uuid());
                format!("visit-{target}-{stage}")
            }
        }
    }

    fn topic(&self, target: &Target) -> Option<&str> {
        let topics = &self.view.network().topics;
        let topic = topics.by_id(target.topic).map(|ix| topics.get(ix))?;
        Some(self.named(&topic.title_nl, topic.title_en.as_deref()))
    }

    fn preferred(&self, preference: &Preference) -> String {
        let (nl, en) = match preference.channel {
            InformChannel::Email => ("e-mail", "e-mail"),
            InformChannel::Call => ("telefoon", "telephone"),
            InformChannel::Meeting => ("overleg", "meeting"),
            InformChannel::Letter => ("brief", "letter"),
            InformChannel::Newsletter => ("nieuwsbrief", "newsletter"),
        };
        let often = preference.frequency.as_deref().map(|often| format!(", {often}")).unwrap_or_default();
        format!("{}: {}{often}", self.say("Informeren per", "To be informed by"), self.say(nl, en))
    }
}
