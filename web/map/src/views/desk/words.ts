import type {
  ContactChannel, ContactStatus, DecisionRight, InformChannel, NationalHoliday, PlanChange, Quadrant, RouteWarning, ScheduleConstraint,
  StageKind, TieKind, TopicStatus, VisitPurpose,
} from '../../generated/graphql';
import type { DeskPart, TargetOrder } from '../../settings';
import { inBoth } from '../../words';
import { count } from '../../words/count';

/** What the desk calls the codes that only it shows. */
export interface DeskCodes {
  part: Record<DeskPart, string>;
  order: Record<TargetOrder, string>;
  quadrant: Record<Quadrant, string>;
  quadrantHelp: Record<Quadrant, string>;
  right: Record<DecisionRight, string>;
  stage: Record<StageKind, string>;
  channel: Record<ContactChannel, string>;
  status: Record<ContactStatus, string>;
  topic: Record<TopicStatus, string>;
  tie: Record<TieKind, string>;
  routeWarning: Record<RouteWarning, string>;
  purpose: Record<VisitPurpose, string>;
  constraint: Record<ScheduleConstraint, string>;
  holiday: Record<NationalHoliday, string>;
  change: Record<PlanChange, string>;
  inform: Record<InformChannel, string>;
  /** From -2 to 2. */
  position: Record<string, string>;
}

export const deskCodes = inBoth<DeskCodes>({
  nl: {
    part: { agenda: 'Agenda', targets: 'Doelwitten', plan: 'Planning', calendar: 'Kalender', warnings: 'Eén verhaal', 'follow-ups': 'Gesprekken en acties' },
    order: { name: 'Wie', topic: 'Onderwerp', right: 'Zeggenschap', influence: 'Invloed', interest: 'Belang', position: 'Houding', seen: 'Laatst gesproken' },
    quadrant: { MANAGE_CLOSELY: 'Intensief betrekken', KEEP_SATISFIED: 'Tevreden houden', KEEP_INFORMED: 'Informeren', MONITOR: 'Volgen' },
    quadrantHelp: { MANAGE_CLOSELY: 'veel invloed, veel belang', KEEP_SATISFIED: 'veel invloed, weinig belang', KEEP_INFORMED: 'weinig invloed, veel belang', MONITOR: 'weinig van beide' },
    right: { DECIDES: 'Beslist', ADVISES: 'Adviseert', PREPARES: 'Bereidt voor', NONE: 'Geen' },
    stage: { INITIATION: 'Agendering', DRAFT: 'Voorstel in de maak', COMMITTEE: 'Commissie of inspraak', COUNCIL: 'Besluit', EXECUTION: 'Uitvoering' },
    channel: { WORKING_RELATION: 'Werkcontact', ONE_ON_ONE: 'Gesprek onder vier ogen', SMALL_MEETING: 'Klein overleg', CALL: 'Telefoon', EMAIL_ANSWERED: 'E-mail, beantwoord', EMAIL_UNANSWERED: 'E-mail, niet beantwoord' },
    status: { PLANNED: 'Gepland', HELD: 'Gevoerd', CANCELLED: 'Afgezegd' },
    topic: { PROPOSED: 'voorgesteld', ACTIVE: 'loopt', ACHIEVED: 'binnen', DROPPED: 'losgelaten' },
    tie: { DECLARED: 'kennen elkaar, volgens onszelf', CONTACT: 'spraken elkaar', SAME_BODY: 'zitten in hetzelfde overleg' },
    routeWarning: { FEWER_THAN_ASKED: 'Meer wegen dan deze zijn er niet in drie stappen.', CUT_OFF: 'Het zoeken is gestopt voor alles bekeken was; dit zijn de beste wegen.', ALREADY_THERE: 'Iemand van ons zit er zelf al: daarvoor is geen weg nodig.' },
    purpose: { INTRODUCTION: 'Om introductie vragen', TALK: 'Gesprek', FOLLOW_UP: 'Afspraak nakomen' },
    constraint: {
      CYCLE: 'Het wacht op een gesprek dat hierop wacht.', PREREQUISITE: 'De introductie vooraf vindt geen dag, of niet op tijd.', WINDOW_PASSED: 'De dagen waarop praten helpt zijn voorbij, of er zijn er te weinig over.',
      WINDOW_TOO_SHORT: 'Er zijn te weinig werkdagen waarop praten helpt.', RECESS: 'Het valt in een reces.', HOLIDAY: 'Er zijn feestdagen op de dagen waarop praten helpt.',
      SPACING: 'Een ander spreekt dit doelwit te kort ervoor of erna.', CAPACITY: 'Wie het zou doen heeft die week al genoeg.', DAY_TAKEN: 'Wie het zou doen heeft die dag al iets.',
    },
    holiday: { NEW_YEARS_DAY: 'Nieuwjaarsdag', GOOD_FRIDAY: 'Goede Vrijdag', EASTER_MONDAY: 'tweede paasdag', KINGS_DAY: 'Koningsdag', LIBERATION_DAY: 'Bevrijdingsdag', ASCENSION_DAY: 'Hemelvaartsdag', WHIT_MONDAY: 'tweede pinksterdag', CHRISTMAS_DAY: 'eerste kerstdag', BOXING_DAY: 'tweede kerstdag' },
    change: { UNCHANGED: 'blijft', MOVED: 'verschuift', NEW: 'nieuw', DROPPED: 'vervalt' },
    inform: { EMAIL: 'e-mail', CALL: 'telefoon', MEETING: 'overleg', LETTER: 'brief', NEWSLETTER: 'nieuwsbrief' },
    position: { '-2': 'Fel tegen', '-1': 'Tegen', '0': 'Neutraal', '1': 'Voor', '2': 'Sterk voor' },
  },
  en: {
    part: { agenda: 'Agenda', targets: 'Targets', plan: 'Plan', calendar: 'Calendar', warnings: 'One voice', 'follow-ups': 'Talks and actions' },
    order: { name: 'Who', topic: 'Topic', right: 'Say', influence: 'Influence', interest: 'Interest', position: 'Stance', seen: 'Last talked to' },
    quadrant: { MANAGE_CLOSELY: 'Involve closely', KEEP_SATISFIED: 'Keep satisfied', KEEP_INFORMED: 'Keep informed', MONITOR: 'Watch' },
    quadrantHelp: { MANAGE_CLOSELY: 'much influence, much interest', KEEP_SATISFIED: 'much influence, little interest', KEEP_INFORMED: 'little influence, much interest', MONITOR: 'little of both' },
    right: { DECIDES: 'Decides', ADVISES: 'Advises', PREPARES: 'Prepares', NONE: 'None' },
    stage: { INITIATION: 'Put on the agenda', DRAFT: 'Proposal being written', COMMITTEE: 'Committee or consultation', COUNCIL: 'Decision', EXECUTION: 'Carrying out' },
    channel: { WORKING_RELATION: 'Working contact', ONE_ON_ONE: 'Meeting of two', SMALL_MEETING: 'Small meeting', CALL: 'Call', EMAIL_ANSWERED: 'E-mail, answered', EMAIL_UNANSWERED: 'E-mail, not answered' },
    status: { PLANNED: 'Planned', HELD: 'Held', CANCELLED: 'Called off' },
    topic: { PROPOSED: 'proposed', ACTIVE: 'active', ACHIEVED: 'achieved', DROPPED: 'dropped' },
    tie: { DECLARED: 'know each other, as we say', CONTACT: 'talked', SAME_BODY: 'sit in the same body' },
    routeWarning: { FEWER_THAN_ASKED: 'There are no more ways than these in three steps.', CUT_OFF: 'The search was ended before everything was looked at; these are the best ways.', ALREADY_THERE: 'One of us sits there already: no way is needed for that.' },
    purpose: { INTRODUCTION: 'Ask for an introduction', TALK: 'Talk', FOLLOW_UP: 'Do what was agreed' },
    constraint: {
      CYCLE: 'It waits for a talk that waits for it.', PREREQUISITE: 'The introduction before it finds no day, or not in time.', WINDOW_PASSED: 'The days on which talking helps are over, or too few are left.',
      WINDOW_TOO_SHORT: 'There are too few working days on which talking helps.', RECESS: 'It falls in a recess.', HOLIDAY: 'There are holidays on the days on which talking helps.',
      SPACING: 'Somebody else talks to this target too shortly before or after.', CAPACITY: 'Who would do it has enough that week.', DAY_TAKEN: 'Who would do it has something that day.',
    },
    holiday: { NEW_YEARS_DAY: "New Year's Day", GOOD_FRIDAY: 'Good Friday', EASTER_MONDAY: 'Easter Monday', KINGS_DAY: "King's Day", LIBERATION_DAY: 'Liberation Day', ASCENSION_DAY: 'Ascension Day', WHIT_MONDAY: 'Whit Monday', CHRISTMAS_DAY: 'Christmas Day', BOXING_DAY: 'Boxing Day' },
    change: { UNCHANGED: 'stays', MOVED: 'moves', NEW: 'new', DROPPED: 'goes' },
    inform: { EMAIL: 'e-mail', CALL: 'telephone', MEETING: 'meeting', LETTER: 'letter', NEWSLETTER: 'newsletter' },
    position: { '-2': 'Strongly against', '-1': 'Against', '0': 'Neutral', '1': 'For', '2': 'Strongly for' },
  },
});

export const texts = inBoth({
  nl: {
    title: 'Desk', parts: 'Onderdelen van de desk', confidential: 'Vertrouwelijk. Wat u hier leest wordt bijgehouden; deel het niet buiten de desk.',
    forAll: 'U plant voor alle partners.', forOne: 'U plant voor', topic: 'Onderwerp', allTopics: 'Alle onderwerpen', nobody: 'Niemand genoemd', somebody: 'iemand', noTopic: 'Geen onderwerp',
    late: 'Nu', week: 'Komende zeven dagen', month: 'Komende maand', later: 'Later', showLater: 'Toon wat later komt', leftOut: 'Er zijn meer gesprekken dan hier staan.', agendaEmpty: 'Er komt niets aan.', agendaEmptyHelp: 'Kies een ander onderwerp, of begin met een gesprek dat gevoerd is.',
    kinds: { conflict: 'Twee verhalen', unheld: 'Doorgegaan?', action: 'Actie', talk: 'Gesprek', open: 'Nog niemand', stage: 'Besluit' },
    conflict: (days: number) => `Twee partners zeiden binnen ${count(days, '1 dag', `${days} dagen`)} iets anders tegen`, unheld: 'Dit gesprek stond gepland: is het gevoerd?',
    open: 'Niemand spreekt', openBefore: 'praten helpt tot en met', onlyUs: 'Alleen wij', with: 'met', look: 'Bekijk',
    onPlane: 'Invloed en belang', planeHelp: 'Rechtsboven staat wie het meest bepaalt en het meest erom geeft. Klik op iemand voor houding, gesprekken en wegen ernaartoe.', influence: 'Invloed', interest: 'Belang', 
    unjudged: 'Nog niet beoordeeld', targetsEmpty: 'Er zijn geen doelwitten.', targetsEmptyHelp: 'Kies een ander onderwerp.', list: 'Lijst van doelwitten', number: 'Nr.', quadrant: 'Kwadrant', next: 'Volgende gesprek', neverSeen: 'nooit', noneNext: 'niets gepland',
    against: 'tegen', neutral: 'neutraal', inFavour: 'voor', stances: 'Houding', 
    back: 'Alle doelwitten', goneTarget: 'Dit doelwit is er niet, of niet voor u.', goneTargetHelp: 'Misschien is het verwijderd, of houdt een andere partner het voor zich.', facts: 'Wie het is', value: 'Gewicht', ofFive: (n: number) => `${n} van 5`, offices: 'Functie', ask: 'Wat wij vragen', holder: 'Van wie', remark: 'Opmerking',
    judged: 'Hoe het staat', judgedOn: 'Beoordeeld op', unjudgedYet: 'Niemand heeft dit doelwit nog beoordeeld.', computed: 'Invloed volgens het netwerk', points: (n: string) => `${n} van 100 punten`, parts3: (right: string, place: string, deciders: string) => `${right} voor de zeggenschap, ${place} voor de plek in het netwerk, ${deciders} voor beslissers die het kent; samen hoogstens 100`, knows: 'Kent beslissers',
    underrated: (n: string) => `Het netwerk geeft ${n} punten meer dan wij: mogelijk onderschatten wij de invloed.`, overrated: (n: string) => `Het netwerk geeft ${n} punten minder dan wij: mogelijk overschatten wij de invloed.`, decisions: 'Besluiten waar het om gaat', noDecisions: 'Er is geen besluit bekend.', talks: 'Gesprekken tot nu toe', noTalks: 'Niemand heeft dit doelwit gesproken.', logTalk: 'Leg een gesprek vast', past: 'geweest',
    routes: 'Wie introduceert ons', routesHelp: 'De betrouwbaarste wegen eerst, niet de kortste. Hoe betrouwbaar een weg is, is het product van zijn stappen.', noRoutes: 'Er is geen weg in drie stappen.', cold: (share: string) => `Wie niemand kent en toch belt, wordt in ${share} van de gevallen gehoord.`, reliable: (share: string) => `${share} betrouwbaar`, weakest: 'zwakste schakel', lastTalk: 'laatst', neverTalked: 'geen gesprek bekend', onMap: 'Teken op de kaart', avoid: (name: string) => `Niet via ${name}`, avoided: 'Niet via', allow: (name: string) => `Toch via ${name}`, 
    planHelp: 'Gesprekken op de dagen waarop praten vóór een besluit helpt, elk met een introductie vooraf waar dat nodig is. Er verandert niets tot u iets in de agenda zet.', planned: 'Wie spreekt wie wanneer', plannedNone: 'Er is niets te plannen: voor elk doelwit is er een gesprek, of er komt geen besluit aan.', dayOf: 'Dag', who: 'Wie van ons', whom: 'Met wie', before: 'Voor welk besluit', helps: (first: string, last: string) => `praten helpt van ${first} tot en met ${last}`, slack: 'Speling', slackDays: (n: number) => count(n, '1 werkdag', `${n} werkdagen`), chance: 'Kans', first: 'Eerst', wants: (how: string) => `hoort het liefst per ${how}`, agendaColumn: 'Agenda', toPlan: 'Zet in agenda', isPlanned: (whom: string, day: string) => `Staat in de agenda: ${whom}, ${day}.`,
    unplanned: 'Wat niet past', unplannedHelp: 'Voor deze gesprekken is geen dag. Er staat bij wat in de weg staat.', unplannedNone: 'Alles past.', because: 'In de weg staat', closed: 'dicht', inPlace: 'Al geregeld', inPlaceHelp: 'Deze doelwitten hebben al een gesprek in de goede dagen.', moved: 'Wat er zou verschuiven', movedNone: 'Niets van wat gepland staat hoeft te verschuiven.',
    settings: 'Waar de planning op let', recessFrom: 'Reces van', recessTo: 'tot en met', noRecess: 'Zonder reces', replan: 'Verschuif ook wat al gepland staat en niet meer past', rules: (spacing: number, week: number, day: number) => `Tussen twee contacten met hetzelfde doelwit liggen minstens ${spacing} dagen, wie het ook doet. Niemand heeft er meer dan ${week} per week en ${day} per dag. Weekenden en feestdagen blijven vrij.`, download: 'Download als agendabestand (.ics)', downloadHelp: 'Een kopie die niet meeverandert. Wie dit bestand heeft ziet de planning.',
    few: 'Als er maar een paar gesprekken kunnen', fewHelp: 'Met wie praten samen het meest bereikt, naar het gewicht van de doelwitten en hoe kansrijk de weg is.', fewTalks: 'Aantal gesprekken', fewNone: 'Er is niemand te spreken.', fewGain: (share: string) => `brengt ${share} van het geheel`, fewReach: (share: string) => `Samen bereiken zij ${share} van wat er op het spel staat.`, fewBest: 'Beter kan niet met zoveel gesprekken.', fewBound: (share: string) => `Meer dan ${share} kan met zoveel gesprekken niet.`, fewLeft: 'Blijven liggen',
    months: 'Per maand', earlier: 'Eerder', calendarEmpty: 'Er staat niets in de kalender.', subscribe: 'Op uw eigen agenda', subscribeHelp: 'Abonneer Outlook, Google of een andere agenda op wat u hier mag zien. Maak er een voor elk apparaat, dan kunt u elk apart intrekken.', feedLabel: 'Waarvoor', feedHint: 'Bijvoorbeeld: telefoon', makeFeed: 'Maak een adres', feedMade: 'Dit adres ziet u alleen nu. Wie het heeft, ziet wat u ziet: bewaar het als een wachtwoord.', address: 'Geheim adres', copy: 'Kopieer', copied: 'Gekopieerd.', hide: 'Verberg het', noFeeds: 'U hebt nog geen adres.', feeds: 'Uw adressen', madeOn: 'Gemaakt', usedOn: 'Laatst opgehaald', neverUsed: 'nog nooit', revoke: 'Trek in', revoked: 'Ingetrokken: binnen enkele seconden werkt dit adres niet meer.',
    conflicts: 'Twee verhalen', conflictsHelp: 'Partners zeiden kort na elkaar iets anders over hetzelfde onderwerp tegen hetzelfde doelwit.', conflictsNone: 'Iedereen vertelt hetzelfde verhaal.', call: 'Bel', callWhy: 'en spreek één verhaal af, voor iemand hier opnieuw praat.', saidFirst: 'Eerst', saidThen: 'Daarna', daysApart: (n: number) => (n === 0 ? 'op dezelfde dag' : `${count(n, '1 dag', `${n} dagen`)} na elkaar`), doubles: 'Kort na elkaar', doublesHelp: 'Twee partners hadden binnen veertien dagen contact met hetzelfde doelwit. Spreek af wie het woord voert, of ga samen.', doublesNone: 'Niemand loopt elkaar voor de voeten.', stale: 'Te lang niet gesproken', staleHelp: 'Zestig dagen of langer heeft niemand deze doelwitten gesproken.', staleNone: 'Iedereen is de afgelopen zestig dagen gesproken.', another: 'een andere partner',
    actions: 'Beloofd en nog niet gedaan', actionsNone: 'Alles wat beloofd is, is gedaan.', after: 'Na', markDone: 'Gedaan', doneNow: (what: string) => `Afgevinkt: ${what}`, promised: 'Beloofd', doneOn: (day: string) => `gedaan op ${day}`, unheldTalks: 'Stond gepland, en is voorbij', held: 'Gevoerd', log: 'Leg een gesprek vast', logHelp: 'Alleen de desk ziet het.',
    fields: { target: 'Doelwit', date: 'Dag', channel: 'Hoe', ourPersons: 'Wie van ons', theirPersons: 'Met wie', outcome: 'Wat kwam eruit', position: 'Wat is er gevraagd', note: 'In vertrouwen', action: 'Wat moet er gebeuren', due: 'Uiterlijk', owner: 'Wie doet het', holder: 'Namens' },
    help: { position: 'Waarmee we naar buiten kwamen over dit onderwerp: zo valt op als een ander iets anders zegt.', note: 'Ziet alleen de organisatie waarvan het gesprek is.', action: 'Leeg als er niets te doen is.' },
    choose: 'Kies', filter: 'Zoek een naam', noDay: 'Kies een dag.', save: 'Leg vast', saved: 'Vastgelegd.', refused: 'Er is niets vastgelegd. Kijk na:', notKnown: 'Niet gezegd',
    overdue: (days: number) => `${count(days, '1 dag', `${days} dagen`)} te laat`,
  },
  en: {
    title: 'Desk', parts: 'Parts of the desk', confidential: 'Confidential. What you read here is kept track of; do not share it outside the desk.',
    forAll: 'You plan for all partners.', forOne: 'You plan for', topic: 'Topic', allTopics: 'All topics', nobody: 'Nobody named', somebody: 'somebody', noTopic: 'No topic',
    late: 'Now', week: 'The next seven days', month: 'The next month', later: 'Later', showLater: 'Show what comes later', leftOut: 'There are more talks than stand here.', agendaEmpty: 'Nothing is coming.', agendaEmptyHelp: 'Choose another topic, or begin with a talk that was held.',
    kinds: { conflict: 'Two stories', unheld: 'Was it held?', action: 'Action', talk: 'Talk', open: 'Nobody yet', stage: 'Decision' },
    conflict: (days) => `Within ${count(days, '1 day', `${days} days`)} two partners said different things to`, unheld: 'This talk was planned: was it held?',
    open: 'Nobody talks to', openBefore: 'talking helps until', onlyUs: 'Only us', with: 'with', look: 'Look',
    onPlane: 'Influence and interest', planeHelp: 'Top right is who decides most and cares most. Click somebody for stance, talks and ways to them.', influence: 'Influence', interest: 'Interest', 
    unjudged: 'Not judged yet', targetsEmpty: 'There are no targets.', targetsEmptyHelp: 'Choose another topic.', list: 'List of targets', number: 'No.', quadrant: 'Quadrant', next: 'Next talk', neverSeen: 'never', noneNext: 'nothing planned',
    against: 'against', neutral: 'neutral', inFavour: 'for', stances: 'Stance', 
    back: 'All targets', goneTarget: 'This target is not there, or not for you.', goneTargetHelp: 'It may have been removed, or another partner keeps it to itself.', facts: 'Who it is', value: 'Weight', ofFive: (n) => `${n} of 5`, offices: 'Office', ask: 'What we ask', holder: 'Whose', remark: 'Remark',
    judged: 'Where it stands', judgedOn: 'Judged on', unjudgedYet: 'Nobody has judged this target yet.', computed: 'Influence, as the network has it', points: (n) => `${n} of 100 points`, parts3: (right, place, deciders) => `${right} for its say, ${place} for its place in the network, ${deciders} for those it knows who decide; 100 at most together`, knows: 'Knows who decide',
    underrated: (n) => `The network gives ${n} points more than we do: we may underrate its influence.`, overrated: (n) => `The network gives ${n} points less than we do: we may overrate its influence.`, decisions: 'Decisions that it is about', noDecisions: 'No decision is known.', talks: 'Talks so far', noTalks: 'Nobody has talked to this target.', logTalk: 'Record a talk', past: 'over',
    routes: 'Who introduces us', routesHelp: 'The most reliable ways first, not the shortest. A way is as reliable as the product of its steps.', noRoutes: 'There is no way in three steps.', cold: (share) => `Who knows nobody and calls all the same is heard in ${share} of the cases.`, reliable: (share) => `${share} reliable`, weakest: 'weakest link', lastTalk: 'last', neverTalked: 'no talk is known', onMap: 'Draw on the map', avoid: (name) => `Not through ${name}`, avoided: 'Not through', allow: (name) => `Through ${name} after all`, 
    planHelp: 'Talks on the days on which talking before a decision helps, each with an introduction first where that is needed. Nothing changes until you put something on the agenda.', planned: 'Who talks to whom when', plannedNone: 'There is nothing to plan: each target has a talk, or no decision is coming.', dayOf: 'Day', who: 'Who of ours', whom: 'With whom', before: 'Before which decision', helps: (first, last) => `talking helps from ${first} until ${last}`, slack: 'Slack', slackDays: (n) => count(n, '1 working day', `${n} working days`), chance: 'Chance', first: 'First', wants: (how) => `prefers to hear by ${how}`, agendaColumn: 'Agenda', toPlan: 'Put on agenda', isPlanned: (whom, day) => `On the agenda: ${whom}, ${day}.`,
    unplanned: 'What does not fit', unplannedHelp: 'There is no day for these talks. What is in the way stands beside them.', unplannedNone: 'Everything fits.', because: 'In the way', closed: 'closed', inPlace: 'Settled already', inPlaceHelp: 'These targets have a talk on the right days already.', moved: 'What would move', movedNone: 'Nothing that is planned has to move.',
    settings: 'What the plan keeps to', recessFrom: 'Recess from', recessTo: 'until', noRecess: 'Without recess', replan: 'Move what is planned and no longer fits, too', rules: (spacing, week, day) => `Between two contacts with the same target there are ${spacing} days at least, whoever has them. Nobody has more than ${week} a week and ${day} a day. Weekends and holidays stay free.`, download: 'Download as a calendar file (.ics)', downloadHelp: 'A copy that does not change by itself. Who has this file sees the plan.',
    few: 'When only a few talks can be had', fewHelp: 'Whom to talk to so that most is reached, by the weight of the targets and how promising the way is.', fewTalks: 'Number of talks', fewNone: 'There is nobody to talk to.', fewGain: (share) => `brings ${share} of the whole`, fewReach: (share) => `Together they reach ${share} of what is at stake.`, fewBest: 'No choice of as many talks is better.', fewBound: (share) => `No choice of as many talks reaches more than ${share}.`, fewLeft: 'Left behind',
    months: 'By month', earlier: 'Earlier', calendarEmpty: 'There is nothing in the calendar.', subscribe: 'In your own calendar', subscribeHelp: 'Subscribe Outlook, Google or another calendar to what you may see here. Make one for each device, so that each can be taken back.', feedLabel: 'What for', feedHint: 'For example: phone', makeFeed: 'Make an address', feedMade: 'You see this address only now. Who has it sees what you see: keep it like a password.', address: 'Secret address', copy: 'Copy', copied: 'Copied.', hide: 'Hide it', noFeeds: 'You have no address yet.', feeds: 'Your addresses', madeOn: 'Made', usedOn: 'Last fetched', neverUsed: 'never yet', revoke: 'Take back', revoked: 'Taken back: within seconds this address no longer works.',
    conflicts: 'Two stories', conflictsHelp: 'Partners said different things about the same topic to the same target, shortly after each other.', conflictsNone: 'Everybody tells the same story.', call: 'Call', callWhy: 'and agree on one story, before anybody talks here again.', saidFirst: 'First', saidThen: 'Then', daysApart: (n) => (n === 0 ? 'on the same day' : `${count(n, '1 day', `${n} days`)} apart`), doubles: 'Shortly after each other', doublesHelp: 'Two partners had contact with the same target within fourteen days. Agree on who speaks, or go together.', doublesNone: 'Nobody gets in the way of another.', stale: 'Not talked to for too long', staleHelp: 'Nobody has talked to these targets for sixty days or longer.', staleNone: 'Everybody was talked to in the last sixty days.', another: 'another partner',
    actions: 'Promised and not done yet', actionsNone: 'All that was promised is done.', after: 'After', markDone: 'Done', doneNow: (what) => `Done: ${what}`, promised: 'Promised', doneOn: (day) => `done on ${day}`, unheldTalks: 'Was planned, and is over', held: 'Held', log: 'Record a talk', logHelp: 'Only the desk sees it.',
    fields: { target: 'Target', date: 'Day', channel: 'How', ourPersons: 'Who of ours', theirPersons: 'With whom', outcome: 'What came of it', position: 'What was asked', note: 'In confidence', action: 'What has to be done', due: 'By when', owner: 'Who does it', holder: 'On behalf of' },
    help: { position: 'What we said of this topic: so it shows when somebody else says something different.', note: 'Only the organisation whose talk it is sees this.', action: 'Empty when there is nothing to do.' },
    choose: 'Choose', filter: 'Find a name', noDay: 'Choose a day.', save: 'Record', saved: 'Recorded.', refused: 'Nothing was recorded. Look at:', notKnown: 'Not said',
    overdue: (days) => `${count(days, '1 day', `${days} days`)} overdue`,
  },
});
