import { inBoth } from '../../words';
import { count } from '../../words/count';

export const texts = inBoth({
  nl: {
    title: (line: string) => `Coalitie: ${line}`, subtitle: 'Coalition of the willing: wie uit zichzelf meedoet', precondition: 'Randvoorwaarde: alle partners doen mee, per afspraak.',
    size: (n: number) => count(n, '1 lid', `${n} leden`), members: 'Wie doen mee', noneInTier: 'Niemand.', showTier: (n: number) => `Toon ${count(n, '1 organisatie', `${n} organisaties`)}`,
    balance: "Balans van de drie O's",
    contributions: 'Bijdragen',
    changes: 'Wie kwam en ging', changesSince: 'Sinds', joined: 'Toegetreden', left: 'Vertrokken', moved: 'Van stand veranderd', noChanges: 'Niemand kwam, ging of veranderde van stand.', compare: 'Vergelijk met de coalitie op', retention: 'Gebleven',
    offers: 'Voorwaardelijke toezeggingen', noOffers: 'Niemand stelt een voorwaarde, en niemand zegt iets toe.', certain: 'Zeker', certainHelp: 'Doen mee, wat de anderen ook doen.', together: 'Alleen samen', togetherHelp: 'Wachten op elkaar: het lukt als zij samen besluiten.', blocked: 'Geblokkeerd', blockedHelp: 'Wat zij vragen komt nu niet uit. Bovenaan: wiens gesprek de meeste anderen losmaakt.',
    partOf: 'hier telt een deel van',
    fails: 'Struikelt over', unlocks: (parties: number, amount: string) => `Maakt ${count(parties, '1 partij', `${parties} partijen`)} los${amount === '' ? '' : `, ${amount}`}`,
    sum: (parties: number, amount: string) => `${count(parties, '1 partij', `${parties} partijen`)}, ${amount}`,
    overlap: 'Overlap met andere lijnen', shared: (n: number) => count(n, '1 organisatie doet aan beide mee', `${n} organisaties doen aan beide mee`), noOverlap: 'Niemand doet aan beide mee.', jaccard: 'Gelijkenis',
    print: 'Afdrukken', sources: 'Bronnen', onMap: 'Toon op de kaart', statuses: 'Standen',
  },
  en: {
    title: (line) => `Coalition: ${line}`, subtitle: 'Coalition of the willing', precondition: 'A precondition: all partners take part, by rule.',
    size: (n) => count(n, '1 member', `${n} members`), members: 'Who takes part', noneInTier: 'Nobody.', showTier: (n) => `Show ${count(n, '1 organisation', `${n} organisations`)}`,
    balance: "Balance of the three O's",
    contributions: 'Contributions',
    changes: 'Who came and went', changesSince: 'Since', joined: 'Joined', left: 'Left', moved: 'Changed status', noChanges: 'Nobody came, went or changed status.', compare: 'Compare with the coalition on', retention: 'Stayed',
    offers: 'Conditional commitments', noOffers: 'Nobody sets a condition, and nobody pledges anything.', certain: 'Certain', certainHelp: 'Take part, whatever the others do.', together: 'Only together', togetherHelp: 'Wait for one another: it works when they decide together.', blocked: 'Blocked', blockedHelp: 'What they ask for does not come about now. On top: whose talk would unlock most others.',
    partOf: 'what counts here is a part of',
    fails: 'Fails on', unlocks: (parties, amount) => `Unlocks ${count(parties, '1 party', `${parties} parties`)}${amount === '' ? '' : `, ${amount}`}`,
    sum: (parties, amount) => `${count(parties, '1 party', `${parties} parties`)}, ${amount}`,
    overlap: 'Overlap with other lines', shared: (n) => count(n, '1 organisation takes part in both', `${n} organisations take part in both`), noOverlap: 'Nobody takes part in both.', jaccard: 'Likeness',
    print: 'Print', sources: 'Sources', onMap: 'Show on the map', statuses: 'Statuses',
  },
});
