import { inBoth } from '../../words';
import { count } from '../../words/count';

export const texts = inBoth({
  nl: {
    title: 'Netwerk', asMap: 'Kaart', asList: 'Lijst', view: 'Weergave',
    summary: (nodes: number, links: number) => `${count(nodes, '1 knoop', `${nodes} knopen`)} en ${count(links, '1 verband', `${links} verbanden`)}`,
    unknownLine: 'De lijn waarop wordt gefilterd is er niet op deze dag. Kies een andere, of alle lijnen.',
    stays: (day: string) => `Wat u nog ziet is het netwerk op ${day}, van voor uw laatste keuze.`,
    partly: (n: string) => `Getekend zijn de ${n} belangrijkste; van wat u kiest ziet u alle.`,
    canvas: 'Kaart van het netwerk. Pijltjes verschuiven, + en − zoomen, 0 toont alles. Dezelfde gegevens staan in de lijst.',
    impossible: 'Deze browser kan de kaart niet tekenen.', impossibleHelp: 'WebGL ontbreekt of staat uit. De lijst toont hetzelfde.',
    toList: 'Toon als lijst',
    none: 'Met deze filters blijft niets over.', noneHelp: 'Zet een filter uit, of kies een andere dag.',
    clear: 'Filters wissen', filters: 'Filters', legend: 'Legenda', zoomIn: 'Inzoomen', zoomOut: 'Uitzoomen', whole: 'Alles in beeld', arrange: 'Opnieuw schikken', arranging: 'Schikken …',
    size: 'Grootte naar', show: 'Toon', lineFilter: 'Programmalijn', anyLine: 'Alle lijnen', status: 'Stand',
    truncated: 'Niet van elke organisatie is de stand bekend: het zijn er te veel voor één antwoord.',
    links: 'Verbanden', neighbours: 'Verbonden met', open: 'Open pagina', deselect: 'Selectie opheffen',
    route: 'Route', unknownStep: 'iemand die hier niet te zien is', hideRoute: 'Verberg de route', selected: 'Geselecteerd', chosen: (name: string, links: string) => `Geselecteerd: ${name}, ${links}`, ties: (n: number) => count(n, '1 verband', `${n} verbanden`), gone: 'Wat geselecteerd was, is er op deze dag niet.', hidden: 'Valt buiten de filters.',
  },
  en: {
    title: 'Network', asMap: 'Map', asList: 'List', view: 'Shown as',
    summary: (nodes, links) => `${count(nodes, '1 node', `${nodes} nodes`)} and ${count(links, '1 link', `${links} links`)}`,
    unknownLine: 'The line to filter by is not there on this day. Choose another, or all lines.',
    stays: (day) => `What you still see is the network on ${day}, from before your last choice.`,
    partly: (n) => `The ${n} that matter most are drawn; of what you choose you see all.`,
    canvas: 'Map of the network. Arrows move it, + and − zoom, 0 shows everything. The list holds the same data.',
    impossible: 'This browser cannot draw the map.', impossibleHelp: 'WebGL is missing or switched off. The list shows the same.',
    toList: 'Show as list',
    none: 'Nothing is left with these filters.', noneHelp: 'Switch a filter off, or choose another day.',
    clear: 'Clear filters', filters: 'Filters', legend: 'Legend', zoomIn: 'Zoom in', zoomOut: 'Zoom out', whole: 'Show everything', arrange: 'Arrange anew', arranging: 'Arranging …',
    size: 'Size by', show: 'Show', lineFilter: 'Programme line', anyLine: 'All lines', status: 'Status',
    truncated: 'The status of some organisations is not known: there are too many for one answer.',
    links: 'Links', neighbours: 'Linked with', open: 'Open page', deselect: 'Clear selection',
    route: 'Route', unknownStep: 'somebody who cannot be seen here', hideRoute: 'Hide the route', selected: 'Selected', chosen: (name, links) => `Selected: ${name}, ${links}`, ties: (n) => count(n, '1 link', `${n} links`), gone: 'What was selected is not there on this day.', hidden: 'Outside the filters.',
  },
});

export const measures = inBoth({
  nl: {
    degree: 'aantal verbanden', partners: 'aantal buren', betweenness: 'tussenpositie', harmonic: 'nabijheid', pageRank: 'PageRank', coreNumber: 'kernnummer',
  },
  en: {
    degree: 'number of links', partners: 'number of neighbours', betweenness: 'betweenness', harmonic: 'closeness', pageRank: 'PageRank', coreNumber: 'core number',
  },
});
