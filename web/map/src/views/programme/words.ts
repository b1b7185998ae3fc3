import type { AgreementKind, AgreementStatus, AmbitionLevel, Direction, InitiativeKind, MilestoneKind } from '../../generated/graphql';
import type { Span } from '../../settings';
import { inBoth } from '../../words';
import { count } from '../../words/count';

export const texts = inBoth({
  nl: {
    title: 'Programma', contents: 'Op deze pagina', filter: 'Programmalijn', allLines: 'Alle lijnen', next: 'Eerstvolgend', none: 'Op deze dag is er geen programma.', noneHelp: 'Kies een andere dag, of laat ook minder zekere feiten zien.', gone: 'Deze lijn is er niet op deze dag.', lost: 'Wat het adres aanwijst, is er op deze dag niet.', more: (n: number) => `en nog ${n}`,
    lines: 'Lijnen en initiatieven', precondition: 'Randvoorwaarde: alle partners doen mee', members: (n: number) => count(n, '1 organisatie doet mee', `${n} organisaties doen mee`), steeredBy: 'Stuurt', tripartite: (n: number, of: number) => `In ${n} van ${of} initiatieven doen overheid, onderwijs en ondernemers alle drie mee.`,
    money: 'Geld en andere middelen', noInitiatives: 'Er zijn geen initiatieven bekend.', loose: 'Zonder lijn', looseHelp: 'Van deze initiatieven zegt geen bron onder welke lijn ze vallen.', carriedBy: 'Dragers', nobody: 'Niemand bekend', share: (percent: string) => `telt hier voor ${percent}`, paidBy: 'Betaald uit', example: 'voorbeeld', knowledge: 'kennisactiviteit',
    promises: 'Wie zegt wat toe', parties: 'Wie tekende, en wie zegt wat toe', noPromises: 'Er is geen toezegging bekend.', noParties: 'Er is geen partij bekend.', goals: 'Doelen', sources: 'Bronnen', who: 'Wie', what: 'Wat', since: 'Sinds', ratified: (day: string) => `bekrachtigd: ${day}`, delivered: (day: string) => `geleverd: ${day}`, atLeast: 'minstens', noAmount: 'zonder bedrag',
    ambitions: 'Ambities en het geld erachter', ambitionsHelp: 'Het basisniveau geldt met bekrachtigd geld van gemeenten. Het plusniveau geldt pas als ook provincies en het Rijk hun geld bekrachtigd hebben.', noAmbitions: 'Er zijn geen ambities bekend.', topic: 'Onderwerp', row: (n: number) => `Rij ${n}`, reaches: { BASE: 'Het geld reikt tot het basisniveau.', PLUS: 'Het geld reikt tot het plusniveau.' }, reachesNone: 'Het geld reikt nog tot geen van beide niveaus.', funded: 'bekostigd', unfunded: 'nog niet bekostigd', nothing: 'Niets genoemd', moneyOf: { BASE: 'Geld van gemeenten', PLUS: 'Geld van provincies en Rijk' }, moneyOfOthers: 'Geld van anderen', moneyRow: 'Het geld', noMoney: 'Geen geld bekend', noDecision: 'geen besluit bekend', reference: 'ter vergelijking', about: 'ongeveer', levelReached: (level: string) => `geld reikt tot ${level}`,
    agreements: 'Afspraken', noAgreements: 'Er zijn geen afspraken bekend.', period: 'Periode', partiesHead: 'Partijen', covers: 'Lijnen', signed: (day: string) => `getekend: ${day}`, buildsOn: 'Bouwt voort op', website: 'Website', noLine: 'Geen lijn genoemd', declared: (what: string, declared: number, known: number) => `Volgens de bron ${declared} ${what}, bekend: ${known}.`,
    timeline: 'Tijdlijn', timelineHelp: 'Een teken staat op een dag die vaststaat. Een balk met vage einden: het valt ergens in die tijd. Een balk met scherpe einden: het duurt zo lang.', when: 'Wanneer', milestone: 'Mijlpaal', belongs: 'Hoort bij', drawn: 'Op de tijdlijn', noMilestones: 'In deze tijd zijn er geen mijlpalen.', noMilestonesOfLine: 'Bij deze lijn horen in deze tijd geen mijlpalen.', unlined: (n: number) => `${count(n, 'Eén mijlpaal hoort', `${n} mijlpalen horen`)} bij geen lijn in het bijzonder of bij een andere.`, span: 'Reikwijdte', day: 'Gekozen dag', year: 'het jaar is afgeleid', vague: 'Bij benadering: hoe ruim, zegt de bron niet.', somewhere: (from: string, to: string) => `Ergens van ${from} tot en met ${to}.`, notLater: (day: string) => `Ergens vóór ${day} of op die dag.`, notEarlier: (day: string) => `Op of ergens na ${day}.`, roughly: 'Begin of einde bij benadering.', all: (n: number) => `Toon alle ${n}`,
  },
  en: {
    title: 'Programme', contents: 'On this page', filter: 'Programme line', allLines: 'All lines', next: 'Next', none: 'There is no programme on this day.', noneHelp: 'Choose another day, or show facts that are less sure too.', gone: 'This line is not there on this day.', lost: 'What the address points at is not there on this day.', more: (n) => `and ${n} more`,
    lines: 'Lines and initiatives', precondition: 'Precondition: all partners take part', members: (n) => count(n, '1 organisation takes part', `${n} organisations take part`), steeredBy: 'Steered by', tripartite: (n, of) => `In ${n} of ${of} initiatives government, education and business all take part.`,
    money: 'Money and other means', noInitiatives: 'No initiatives are known.', loose: 'Without a line', looseHelp: 'No source says under which line these initiatives come.', carriedBy: 'Carried by', nobody: 'Nobody known', share: (percent) => `counts for ${percent} here`, paidBy: 'Paid from', example: 'example', knowledge: 'knowledge activity',
    promises: 'Who promises what', parties: 'Who signed, and who promises what', noPromises: 'No promise is known.', noParties: 'No party is known.', goals: 'Goals', sources: 'Sources', who: 'Who', what: 'What', since: 'Since', ratified: (day) => `ratified: ${day}`, delivered: (day) => `delivered: ${day}`, atLeast: 'at least', noAmount: 'without an amount',
    ambitions: 'Ambitions and the money behind them', ambitionsHelp: 'The base level holds with ratified money of municipalities. The plus level holds only when provinces and central government have ratified theirs too.', noAmbitions: 'No ambitions are known.', topic: 'Topic', row: (n) => `Row ${n}`, reaches: { BASE: 'The money reaches the base level.', PLUS: 'The money reaches the plus level.' }, reachesNone: 'The money reaches neither level yet.', funded: 'funded', unfunded: 'not funded yet', nothing: 'Nothing named', moneyOf: { BASE: 'Money of municipalities', PLUS: 'Money of provinces and central government' }, moneyOfOthers: 'Money of others', moneyRow: 'The money', noMoney: 'No money known', noDecision: 'no decision known', reference: 'to compare with', about: 'about', levelReached: (level) => `money reaches ${level}`,
    agreements: 'Agreements', noAgreements: 'No agreements are known.', period: 'Period', partiesHead: 'Parties', covers: 'Lines', signed: (day) => `signed: ${day}`, buildsOn: 'Builds on', website: 'Website', noLine: 'No line named', declared: (what, declared, known) => `By its source ${declared} ${what}, known: ${known}.`,
    timeline: 'Timeline', timelineHelp: 'A sign stands on a day that is sure. A bar with soft ends: it falls somewhere in that time. A bar with sharp ends: it takes that long.', when: 'When', milestone: 'Milestone', belongs: 'Belongs to', drawn: 'On the timeline', noMilestones: 'There are no milestones in this time.', noMilestonesOfLine: 'No milestones of this line are in this time.', unlined: (n) => `${count(n, 'One milestone belongs', `${n} milestones belong`)} to no line in particular or to another one.`, span: 'Reach', day: 'Chosen day', year: 'the year is inferred', vague: 'Approximate: the source does not say by how much.', somewhere: (from, to) => `Somewhere from ${from} until ${to}.`, notLater: (day) => `Somewhere before ${day} or on that day.`, notEarlier: (day) => `On ${day} or somewhere after it.`, roughly: 'Beginning or end is approximate.', all: (n) => `Show all ${n}`,
  },
});

/** What stands around the day that is shown. */
export const tenses = inBoth({
  nl: { now: 'Loopt nu, of kan nu zijn', coming: 'Komt nog', past: 'Geweest' },
  en: { now: 'Going on, or may be now', coming: 'To come', past: 'Past' },
});

export const spans = inBoth<Record<Span, string>>({
  nl: { all: 'Alles', years: '3 jaar om de dag', year: '1 jaar om de dag' },
  en: { all: 'Everything', years: '3 years around the day', year: '1 year around the day' },
});

export const moments = inBoth<Record<MilestoneKind, string>>({
  nl: { MOMENT: 'Moment', PERIOD: 'Periode', MEETING: 'Vergadering', DEADLINE: 'Uiterste datum' },
  en: { MOMENT: 'Moment', PERIOD: 'Period', MEETING: 'Meeting', DEADLINE: 'Deadline' },
});

export const initiativeKinds = inBoth<Record<InitiativeKind, string>>({
  nl: { PROGRAMME: 'Programma', PROJECT: 'Project', ACTIVITY: 'Activiteit' },
  en: { PROGRAMME: 'Programme', PROJECT: 'Project', ACTIVITY: 'Activity' },
});

export const ambitionLevels = inBoth<Record<AmbitionLevel, string>>({
  nl: { BASE: 'Basisniveau', PLUS: 'Plusniveau' },
  en: { BASE: 'Base level', PLUS: 'Plus level' },
});

export const agreementKinds = inBoth<Record<AgreementKind, string>>({
  nl: { AGENDA: 'Agenda', REGIO_DEAL: 'Regio Deal', DECLARATION_OF_INTENT: 'Intentieverklaring', COVENANT: 'Convenant', OTHER: 'Overig' },
  en: { AGENDA: 'Agenda', REGIO_DEAL: 'Regio Deal', DECLARATION_OF_INTENT: 'Declaration of intent', COVENANT: 'Covenant', OTHER: 'Other' },
});

export const agreementStatuses = inBoth<Record<AgreementStatus, string>>({
  nl: { PROPOSED: 'voorgesteld of aangevraagd', AWARDED: 'toegekend', SIGNED: 'getekend', RUNNING: 'loopt', ENDED: 'afgelopen' },
  en: { PROPOSED: 'proposed or applied for', AWARDED: 'awarded', SIGNED: 'signed', RUNNING: 'running', ENDED: 'over' },
});

export const directions = inBoth<Record<Direction, string>>({
  nl: { INCREASE: 'omhoog', DECREASE: 'omlaag' },
  en: { INCREASE: 'up', DECREASE: 'down' },
});
