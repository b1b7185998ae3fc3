import { inBoth } from '../../words';

export const texts = inBoth({
  nl: {
    facts: 'Gegevens', partner: 'Partner', notPartner: 'Geen partner van de samenwerking', base: 'Doet mee aan de basis', baseHelp: 'Ja, zoals alle partners; aan een programmalijn doet zij mee als zij dat toezegt.', inhabitants: 'Inwoners', parent: 'Onderdeel van', territory: 'Ligt in', numbers: 'Nummers', otherNames: 'Andere namen', contacts: 'Contact',
    noStandings: 'Geen toezegging, initiatief, zetel of afspraak brengt deze organisatie op deze dag bij een programmalijn. Dat zegt niet dat zij niet wil: er is niets over vastgelegd.',
    standings: 'Stand per programmalijn', participations: 'Deelname', includeEnded: 'Toon ook wat beëindigd is', where: 'Waar', as: 'Als', period: 'Periode', noParticipations: 'Nergens, voor zover bekend.',
    history: 'Wat is vastgelegd', noHistory: 'Sinds de start is hier niets gewijzigd.', place: 'Plaats in het netwerk', onMap: 'Toon op de kaart', ties: 'Verbanden', neighbours: 'Buren', rank: 'Tussenpositie', rankHelp: 'deel van de kortste wegen tussen anderen dat langs haar loopt', core: 'Kernnummer', coreHelp: 'zit in een kring waarin ieder minstens zoveel buren heeft', holds: 'Zonder haar valt het netwerk uiteen.', by: (who: string) => `door ${who}`, sources: 'Bronnen',
  },
  en: {
    facts: 'Facts', partner: 'Partner', notPartner: 'No partner of the cooperation', base: 'Takes part in the base', baseHelp: 'Yes, as all partners do; in a programme line it takes part when it pledges to.', inhabitants: 'Inhabitants', parent: 'Part of', territory: 'Lies in', numbers: 'Numbers', otherNames: 'Other names', contacts: 'Contact',
    noStandings: 'On this day no commitment, initiative, seat or agreement brings this organisation to a programme line. That does not say that it is unwilling: nothing was recorded of it.',
    standings: 'Status per programme line', participations: 'Participation', includeEnded: 'Show what has ended too', where: 'Where', as: 'As', period: 'Period', noParticipations: 'Nowhere, as far as is known.',
    history: 'What was recorded', noHistory: 'Nothing was changed here since the start.', place: 'Place in the network', onMap: 'Show on the map', ties: 'Links', neighbours: 'Neighbours', rank: 'Betweenness', rankHelp: 'share of the shortest ways between others that pass it', core: 'Core number', coreHelp: 'is in a circle where each has at least so many neighbours', holds: 'Without it the network falls apart.', by: (who) => `by ${who}`, sources: 'Sources',
  },
});
