import type {
  ContactChannel, ContactKind, ContactStatus, DecisionRight, InformChannel, NationalHoliday, PlanChange, Quadrant, RouteWarning, ScheduleConstraint,
  StageKind, TieKind, TopicStatus, VisitPurpose,
} from '../generated/graphql';
import type { DeskPart, TargetOrder } from '../settings';
import { inBoth } from '.';

/** What public affairs plans by, in codes: the desk shows them and forms offer them. They come with those, not with the page. */
interface DeskCodes {
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
  contact: Record<ContactKind, string>;
  /** From 1 to 5. */
  score: Record<string, string>;
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
    contact: { WEBSITE: 'Website', EMAIL: 'E-mailadres', PHONE: 'Telefoonnummer', LINKEDIN: 'LinkedIn', INSTAGRAM: 'Instagram', SOCIAL: 'Ander sociaal medium' },
    score: { 1: 'heel weinig', 2: 'weinig', 3: 'gemiddeld', 4: 'veel', 5: 'heel veel' },
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
    contact: { WEBSITE: 'Website', EMAIL: 'E-mail address', PHONE: 'Telephone number', LINKEDIN: 'LinkedIn', INSTAGRAM: 'Instagram', SOCIAL: 'Another social medium' },
    score: { 1: 'very little', 2: 'little', 3: 'average', 4: 'much', 5: 'very much' },
    position: { '-2': 'Strongly against', '-1': 'Against', '0': 'Neutral', '1': 'For', '2': 'Strongly for' },
  },
});
