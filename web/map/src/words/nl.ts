import { count } from './count';

/** All texts in Dutch. English has the same keys; the compiler sees to it. */
export const nl = {
  locale: 'nl-NL',
  name: 'Drieklank',
  skip: 'Naar de inhoud',
  menu: { open: 'Menu', label: 'Onderdelen', network: 'Netwerk', lines: 'Lijnen', language: 'Taal', theme: 'Kleuren', about: 'Over Drieklank' },
  sections: { programme: 'Programma', governance: 'Governance', involvement: 'Betrokkenheid', 'what-if': 'Wat als', desk: 'Desk', edit: 'Bewerken' },
  sign: {
    in: 'Inloggen', out: 'Uitloggen', cancel: 'Annuleren', token: 'Token', help: 'Een token krijgt u van wie deze server beheert. Het blijft alleen in deze pagina: sluit of herlaadt u die, dan logt u opnieuw in.',
    as: (name: string) => `Ingelogd als ${name}`, someone: 'iemand zonder naam', elsewhere: 'Inloggen met uw organisatie', or: 'Of met een token', lapsed: 'Uw aanmelding is verlopen. Log opnieuw in.', failed: 'Inloggen is niet gelukt.', failedHelp: 'Het is afgebroken, geweigerd of al gebruikt. Probeer het opnieuw.',
    none: 'Vul een token in.', mistaken: 'Dit token is niet (meer) geldig.', wanted: 'Log in om dit te zien.',
  },
  themes: { system: 'Systeem', light: 'Licht', dark: 'Donker' },
  line: {
    label: 'Meldingen', all: 'Toon alles',
    broken: 'Verbinding verbroken. Wat u ziet kan verouderd zijn; we proberen het opnieuw.',
    changed: 'Bijgewerkt: iemand heeft het netwerk gewijzigd.',
  },
  states: {
    loading: 'Laden …',
    unreachable: 'De server is niet te bereiken.',
    unreachableHelp: 'Controleer uw netwerk. Zodra de verbinding er weer is, gaat het vanzelf verder.',
    refused: 'De server beantwoordt deze vraag niet.',
    code: (code: string) => `Voor wie u helpt: ${code}`,
    beforeBegin: (moment: string) => `Toen was nog niets vastgelegd; het begint op ${moment}.`, toBegin: 'Toon wat toen bekend was',
    internal: 'Er ging iets mis bij de server.',
    internalHelp: (incident: string | null) =>
      incident === null ? 'Probeer het later opnieuw.' : `Blijft het misgaan, meld dan incident ${incident}.`,
    unreadable: (status: number) => `Er kwam iets terug dat geen antwoord is (status ${status}).`,
    again: 'Opnieuw proberen',
    notFound: 'Hier is niets.',
    notFoundHelp: 'Het adres klopt niet, of wat u zoekt was er op deze dag niet.',
    toMap: 'Naar de kaart',
    today: 'Kijk naar vandaag',
  },
  day: {
    label: 'Dag', today: 'Vandaag', play: 'Afspelen', exact: 'Kies een dag', slider: 'Tijd',
    earlier: 'Een maand eerder', later: 'Een maand later',
    shown: (day: string) => `Het netwerk op ${day}`,
    knownAs: 'Bekend op', knownMoment: 'Zoals het bekend was op', knownHelp: 'Toont wat op dat moment was vastgelegd, ook als het later is aangevuld of verbeterd.', show: 'Toon', more: 'Dag kiezen',
    known: (moment: string) => `Zoals het bekend was op ${moment}`, knownNow: 'Toon wat nu bekend is',
  },
  search: {
    label: 'Zoek in het netwerk', byName: 'Typ een deel van de naam', hint: 'Zoek een naam', none: 'Niets gevonden. Probeer een ander woord of een afkorting.',
    more: (n: number) => `en ${n} meer: typ verder`,
    found: (n: number) => count(n, '1 resultaat', `${n} resultaten`),
  },
  balance: { all: "Alle drie O's doen mee.", missing: (o: string) => `Ontbreekt: ${o}.`, evenness: 'Evenwicht', unknown: 'Er is nog niets bekend.' },
  standing: { evidence: 'Bewijs', missing: 'Wat ontbreekt', condition: 'Voorwaarde', helix: "Drie O's", layer: 'Bestuurslaag' },
  scrolls: 'Schuift opzij',
  more: (n: number) => `Toon meer (nog ${n})`,
  moreOnScreen: (n: number) => `En nog ${n}, die op het scherm niet geopend waren.`,
  evidence: { source: 'Bron', sources: (n: number) => count(n, '1 bron', `${n} bronnen`), none: 'Geen bron', via: 'via', confidence: 'Zekerheid' },
  dates: {
    about: (date: string) => `omstreeks ${date}`, between: (from: string, to: string) => `enig moment tussen ${from} en ${to}`, either: (one: string, other: string) => `${one} of ${other}`, before: (date: string) => `uiterlijk ${date}`, after: (date: string) => `${date} of later`,
    since: (date: string) => `sinds ${date}`, from: (date: string) => `van ${date}`, until: (date: string) => `tot en met ${date}`, upTo: (date: string) => `tot ${date}`, span: (from: string, to: string) => `${from} – ${to}`,
    unknown: 'begin onbekend', ended: 'beëindigd', imprecise: 'Niet op de dag bekend', per: (unit: string) => `per ${unit}`,
  },
};
