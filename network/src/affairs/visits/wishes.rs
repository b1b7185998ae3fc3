//! What talks are wished for, and what they have to fit with.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};
use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use super::aims::{Aim, aims};
use super::lifted::lifted;
use super::owners::{Owner, Owners};
use super::{Asked, INTRODUCTION_LEAD_DAYS, InPlace, Visit, VisitPurpose};
use crate::affairs::acquaintances::Acquaintances;
use crate::affairs::ahead::StageAhead;
use crate::affairs::numbered::{Numbers, spoken_to, talks};
use crate::affairs::schedule::{Calendar, Fixed, NationalHoliday, Recess, Talk, Window};
use crate::facts::*;
use crate::id::FactId;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// What is to be planned, as the schedule takes it, and what its numbers stand for.
pub(super) struct Wished<'a> {
    pub(super) view: &'a View,
    pub(super) asked: &'a Asked<'a>,
    pub(super) visits: Vec<Visit>,
    /// By place the same as the visits.
    pub(super) talks: Vec<Talk>,
    pub(super) fixed: Vec<Fixed>,
    /// By place the same as what is fixed.
    pub(super) fixed_talks: Vec<Ix<ContactMoment>>,
    pub(super) in_place: Vec<InPlace>,
    pub(super) per_week: Vec<(u32, u16)>,
    /// By which recesses each calendar goes, with its place.
    calendars: BTreeMap<Vec<usize>, usize>,
    numbers: Numbers,
    introductions: FxHashMap<(Ix<Person>, Ix<Person>), usize>,
    /// Who is to be reached: they keep their distance, whoever comes.
    wanted: FxHashSet<Uuid>,
    /// Talks that are planned anew.
    lifted: FxHashSet<Ix<ContactMoment>>,
    /// When whom was or is to be spoken to.
    spoken: FxHashMap<Uuid, Vec<(NaiveDate, Ix<ContactMoment>)>>,
}

pub(super) fn wished<'a>(view: &'a View, known: &Acquaintances, asked: &'a Asked<'a>) -> Wished<'a> {
    let aims = aims(view, asked);
    let wanted = aims.iter().map(|aim| aim.whom).collect();
    let lifted = if asked.replan { lifted(view, asked, &aims) } else { FxHashSet::default() };
    let per_week = asked.per_week.iter().map(|(person, most)| (person.number(), *most)).collect();
    let mut wished = Wished {
        view,
        asked,
        visits: Vec::new(),
        talks: Vec::new(),
        fixed: Vec::new(),
        fixed_talks: Vec::new(),
        in_place: Vec::new(),
        per_week,
        calendars: BTreeMap::new(),
        numbers: Numbers::default(),
        introductions: FxHashMap::default(),
        wanted,
        lifted,
        spoken: FxHashMap::default(),
    };
    wished.fix();
    let owners = Owners::new(view, known, asked);
    for aim in &aims {
        wished.target(aim, known, &owners);
    }
    if asked.follow_ups {
        wished.follow_ups(&aims);
    }
    wished
}

impl Wished<'_> {
    /// The national holidays on which nobody is to be spoken to, as far as it matters.
    pub(super) fn national_holidays(&self) -> Vec<(NaiveDate, NationalHoliday)> {
        let last = self.talks.iter().map(|talk| talk.window.last()).max();
        let Some(last) = last.filter(|last| self.asked.national_holidays && *last >= self.asked.from) else {
            return Vec::new();
        };
        let mut all = NationalHoliday::of_years(self.asked.from.year()..=last.year());
        all.retain(|(day, _)| (self.asked.from..=last).contains(day));
        all
    }

    /// The calendars, by place.
    pub(super) fn calendars(&self, national: &[(NaiveDate, NationalHoliday)]) -> Vec<Calendar> {
        let holidays: Vec<NaiveDate> =
            self.asked.holidays.iter().copied().chain(national.iter().map(|(day, _)| *day)).collect();
        let mut each: Vec<(&Vec<usize>, usize)> = self.calendars.iter().map(|(own, place)| (own, *place)).collect();
        each.sort_by_key(|(_, place)| *place);
        let calendar = |(own, _): (&Vec<usize>, usize)| {
            let recesses: Vec<Recess> = own.iter().map(|at| self.asked.recesses[*at].recess).collect();
            Calendar::new(&holidays, &recesses)
        };
        each.into_iter().map(calendar).collect()
    }

    /// Talks that are planned anew, in the order of their days.
    pub(super) fn lifted(&self) -> Vec<Ix<ContactMoment>> {
        let table = &self.view.network().contact_moments;
        let mut lifted: Vec<_> = self.lifted.iter().copied().collect();
        lifted.sort_by_key(|ix| (table.get(*ix).date.earliest(), table.get(*ix).id));
        lifted
    }

    /// Talks that are there already.
    fn fix(&mut self) {
        // What lies further back is in nobody's week any more, and keeps nobody at a distance.
        let back = TimeDelta::days(i64::from(self.asked.rules.spacing_days).max(7));
        let since = self.asked.from.checked_sub_signed(back);
        let mut there: Vec<_> = talks(self.view).filter(|(ix, ..)| !self.lifted.contains(ix)).collect();
        there.sort_by_key(|(_, day, row)| (*day, row.id));
        let persons = &self.view.network().persons;
        for (ix, day, row) in there {
            let recent = since.is_none_or(|since| day >= since);
            for whom in spoken_to(self.view, row) {
                self.spoken.entry(whom).or_default().push((day, ix));
            }
            if recent {
                let owners = row.our_persons.iter().filter_map(|id| persons.by_id(*id)).map(Ix::number).collect();
                let targets = spoken_to(self.view, row).map(|whom| self.numbers.of(whom)).collect();
                self.fixed.push(Fixed { owners, targets, day });
                self.fixed_talks.push(ix);
            }
        }
    }

    fn target(&mut self, aim: &Aim, known: &Acquaintances, owners: &Owners) {
        let Aim { target, whom, .. } = *aim;
        let row = self.view.network().targets.get(target);
        if aim.stages.is_empty() {
            return;
        }
        let owner = owners.best(row);
        for stage in aim.stages.iter().copied() {
            let within =
                |(day, _): &&(NaiveDate, Ix<ContactMoment>)| (stage.window.first()..=stage.window.last()).contains(day);
            let there = self.spoken.get(&whom).and_then(|talks| talks.iter().find(within));
            match (there, &owner) {
                (Some((_, talk)), _) => self.in_place.push(InPlace { target, stage, talk: *talk }),
                (None, Some(owner)) => self.talk(target, whom, stage, owner, known),
                (None, None) => {}
            }
        }
    }

    fn talk(&mut self, target: Ix<Target>, whom: Uuid, stage: StageAhead, owner: &Owner, known: &Acquaintances) {
        let row = self.view.network().targets.get(target);
        let between: Vec<Ix<Person>> = match &owner.route {
            // Nobody is asked to introduce us to whom it is too late to talk to.
            Some(route) if self.asked.introductions && stage.window.last() >= self.asked.from => {
                route.between().filter_map(|number| known.person(number)).collect()
            }
            _ => Vec::new(),
        };
        #[expect(clippy::cast_precision_loss, reason = "a way has at most five hops")]
        let priority = f64::from(row.value.number()) * owner.reliability / (between.len() + 1) as f64;
        let mut after = Vec::new();
        for (at, introducer) in between.into_iter().enumerate() {
            let place = self.introduction(target, stage, owner, at, introducer, priority, after);
            after = vec![place];
        }
        // Who is spoken to for several targets is not spoken to for each of them in one week.
        let persons = &self.view.network().persons;
        let with = owner.with.map(|ix| persons.get(ix).id.uuid()).filter(|with| *with != whom);
        let numbers = [whom].into_iter().chain(with).map(|whom| self.numbers.of(whom)).collect();
        let visit = Visit {
            purpose: VisitPurpose::Talk,
            targets: vec![target],
            stage,
            owner: owner.person,
            with: owner.with,
            route: owner.route.clone(),
            reliability: owner.reliability,
            priority,
            after,
            follow_up: None,
        };
        let body = row.body.and_then(|id| self.view.network().bodies.by_id(id));
        self.push(visit, stage.window, numbers, body);
    }

    /// The place of the talk in which somebody is asked for an introduction.
    #[expect(clippy::too_many_arguments, reason = "what an introduction is for, one by one")]
    fn introduction(
        &mut self,
        target: Ix<Target>,
        stage: StageAhead,
        owner: &Owner,
        at: usize,
        introducer: Ix<Person>,
        priority: f64,
        after: Vec<usize>,
    ) -> usize {
        let lead = TimeDelta::days(i64::from(INTRODUCTION_LEAD_DAYS));
        let first = stage.window.first().checked_sub_signed(lead).unwrap_or(stage.window.first()).max(self.asked.from);
        let known = self.introductions.get(&(owner.person, introducer)).copied();
        if let Some(place) = known {
            let visit = &mut self.visits[place];
            if !visit.targets.contains(&target) {
                visit.targets.push(target);
            }
            if stage.window.last() < visit.stage.window.last() {
                visit.stage = stage;
            }
            visit.priority = visit.priority.max(priority);
            let talk = &mut self.talks[place];
            talk.priority = visit.priority;
            talk.window = Window::until(first.min(talk.window.first()), stage.window.last().max(talk.window.last()));
            return place;
        }
        let route = owner.route.as_ref().map(|route| route.until(at + 1));
        let visit = Visit {
            purpose: VisitPurpose::Introduction,
            targets: vec![target],
            stage,
            owner: owner.person,
            with: Some(introducer),
            reliability: route.as_ref().map_or(owner.reliability, |route| route.reliability),
            route,
            priority,
            after,
            follow_up: None,
        };
        let id = self.view.network().persons.get(introducer).id.uuid();
        // Who is no target themselves may introduce several of ours in one week.
        let numbers = if self.wanted.contains(&id) { vec![self.numbers.of(id)] } else { Vec::new() };
        let place = self.push(visit, Window::until(first, stage.window.last()), numbers, None);
        self.introductions.insert((owner.person, introducer), place);
        place
    }

    pub(super) fn push(&mut self, visit: Visit, window: Window, targets: Vec<u32>, body: Option<Ix<Body>>) -> usize {
        let place = self.visits.len();
        let calendar = self.calendar(body, visit.with);
        self.talks.push(Talk {
            order: u32::try_from(place).unwrap_or(u32::MAX),
            owner: visit.owner.number(),
            targets,
            days: 1,
            priority: visit.priority,
            window,
            calendar,
            after: visit.after.clone(),
        });
        self.visits.push(visit);
        place
    }

    /// The calendar of a body and of a person.
    fn calendar(&mut self, body: Option<Ix<Body>>, person: Option<Ix<Person>>) -> usize {
        let network = self.view.network();
        let sits_in = |wanted: Ix<Body>| {
            let seats = person.into_iter().flat_map(|ix| network.belonging.seats_of_person.of(ix));
            let mut seats = seats.filter(|ix| self.view.sees(*ix) == Some(Tense::Current));
            seats.any(|ix| network.bodies.by_id(network.seats.get(ix).body) == Some(wanted))
        };
        let has = |of: Option<Ix<Body>>| of.is_none_or(|of| body == Some(of) || sits_in(of));
        let own: Vec<usize> = (0..self.asked.recesses.len()).filter(|at| has(self.asked.recesses[*at].body)).collect();
        let next = self.calendars.len();
        *self.calendars.entry(own).or_insert(next)
    }
}
