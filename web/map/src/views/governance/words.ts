import { inBoth } from '../../words';
import { count } from '../../words/count';

export const texts = inBoth({
  nl: {
    title: 'Governance', intro: 'Wie met wie overlegt, aan wie een overleg rapporteert, en wanneer.',
    bodies: (n: number) => count(n, '1 overleg van de samenwerking', `${n} overleggen van de samenwerking`), ofOthers: (n: number) => `${n} van deelnemers en anderen`, withoutChair: (n: number) => `${n} zonder bekende voorzitter`, withoutSeats: (n: number) => `${n} zonder bekende zetels`,
    none: 'Op deze dag zijn er geen overleggen.', noneHelp: 'Kies een andere dag, of laat ook minder zekere feiten zien.',
    chart: 'Organogram', chartHelp: 'Een lijn loopt van een overleg naar waar het aan rapporteert. Een onderbroken lijn: die plek staat niet in de bron, maar is eruit afgeleid. Wat een overleg stuurt staat bij het bovenste dat het stuurt.',
    inferred: 'plek afgeleid', reportsTo: 'Rapporteert aan', reports: 'Rapporteren hieraan', others: 'Overleggen van anderen', othersHelp: 'Organen van deelnemers en van het Rijk, die niet in het organogram of het vergaderschema van de samenwerking staan.',
    organs: (n: number) => count(n, '1 orgaan van een deelnemer', `${n} organen van deelnemers`),
    seats: (n: number) => count(n, '1 zetel', `${n} zetels`), seatedFor: (n: number) => count(n, 'voor 1 organisatie', `voor ${n} organisaties`), noSeats: 'Geen zetels bekend', chair: 'Voorzitter', noChair: 'Geen voorzitter bekend', nextMeeting: 'Volgende vergadering', lastMeeting: 'Laatste vergadering',
    stands: 'Organogram en vergaderschema', standsHelp: 'Wat in het ene staat hoort meestal ook in het andere. Dit verschilt:', standsAgree: 'Alles wat in het organogram staat, staat ook in het vergaderschema.',
    chartOnly: 'Alleen in het organogram', scheduleOnly: 'Alleen in het vergaderschema', chartOnlyHelp: 'Getekend, maar zonder geplande vergadering.', scheduleOnlyHelp: 'Komt bijeen, maar zonder plek in het organogram.', both: 'In organogram en vergaderschema', neither: 'In geen van beide', nothing: 'Niets.', stand: 'Staat',
    coming: 'Eerstvolgende vergaderingen', noComing: 'Er staat geen vergadering gepland.', declared: (what: string, declared: number, known: number) => `Volgens de bron ${declared} ${what}, bekend: ${known}.`,
    selected: 'Gekozen overleg', gone: 'Dit overleg is er op deze dag niet.', close: 'Sluiten', onMap: 'Toon op de kaart', facts: 'Wat het is', balance: "Balans van de drie O's", who: 'Wie er zitten', noSeatsHelp: 'Geen bron noemt wie hier zitten.',
    role: 'Als', holder: 'Wie', behalf: 'Namens', period: 'Sinds', supplied: 'Bestuurder van', unnamed: 'niemand met name', members: (n: number) => count(n, '1 organisatie', `${n} organisaties`), includeEnded: 'Toon ook wie er eerder zaten', sources: 'Bronnen',
    kind: 'Soort', level: 'Niveau', democratic: 'Neemt besluiten', democraticYes: 'Ja, een democratisch orgaan', democraticNo: 'Nee, bereidt voor of adviseert', existed: 'Bestaat', organOf: 'Orgaan van', steers: 'Stuurt', otherNames: 'Andere namen', related: 'Verband', meetings: 'Vergaderingen', noMeetings: 'Er is geen vergadering bekend.', next: 'Komt', last: 'Geweest', papers: (day: string) => `stukken verzonden: ${day}`,
  },
  en: {
    title: 'Governance', intro: 'Who meets with whom, to whom a body reports, and when.',
    bodies: (n) => count(n, '1 body of the cooperation', `${n} bodies of the cooperation`), ofOthers: (n) => `${n} of partners and others`, withoutChair: (n) => `${n} without a known chair`, withoutSeats: (n) => `${n} without known seats`,
    none: 'There are no bodies on this day.', noneHelp: 'Choose another day, or show facts that are less sure too.',
    chart: 'Chart', chartHelp: 'A line runs from a body to what it reports to. A broken line: the place is not in the source, it was inferred. What a body steers stands with the topmost that steers it.',
    inferred: 'place inferred', reportsTo: 'Reports to', reports: 'Report to it', others: 'Bodies of others', othersHelp: 'Organs of partners and of central government, neither in the chart nor in the meeting schedule of the cooperation.',
    organs: (n) => count(n, '1 organ of a partner', `${n} organs of partners`),
    seats: (n) => count(n, '1 seat', `${n} seats`), seatedFor: (n) => count(n, 'for 1 organisation', `for ${n} organisations`), noSeats: 'No known seats', chair: 'Chair', noChair: 'No known chair', nextMeeting: 'Next meeting', lastMeeting: 'Last meeting',
    stands: 'Chart and meeting schedule', standsHelp: 'What stands in the one mostly belongs in the other too. This differs:', standsAgree: 'All that stands in the chart stands in the meeting schedule too.',
    chartOnly: 'In the chart only', scheduleOnly: 'In the schedule only', chartOnlyHelp: 'Drawn, but without a planned meeting.', scheduleOnlyHelp: 'Meets, but without a place in the chart.', both: 'In the chart and the schedule', neither: 'In neither', nothing: 'Nothing.', stand: 'Stands',
    coming: 'Next meetings', noComing: 'No meeting is planned.', declared: (what, declared, known) => `By its source ${declared} ${what}, known: ${known}.`,
    selected: 'Chosen body', gone: 'This body is not there on this day.', close: 'Close', onMap: 'Show on the map', facts: 'What it is', balance: "Balance of the three O's", who: 'Who sits there', noSeatsHelp: 'No source says who sits here.',
    role: 'As', holder: 'Who', behalf: 'For', period: 'Since', supplied: 'Office-holder of', unnamed: 'nobody by name', members: (n) => count(n, '1 organisation', `${n} organisations`), includeEnded: 'Show who sat there before too', sources: 'Sources',
    kind: 'Kind', level: 'Level', democratic: 'Takes decisions', democraticYes: 'Yes, a democratic organ', democraticNo: 'No, it prepares or advises', existed: 'Exists', organOf: 'Organ of', steers: 'Steers', otherNames: 'Other names', related: 'Tie', meetings: 'Meetings', noMeetings: 'No meeting is known.', next: 'To come', last: 'Past', papers: (day) => `papers sent: ${day}`,
  },
});
