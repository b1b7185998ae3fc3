import { inBoth } from '../../words';
import { count } from '../../words/count';

export const texts = inBoth({
  nl: {
    title: 'Betrokkenheid', about: 'Wie doet aan welke programmalijn mee. Kies een vak om te zien sinds wanneer en waarom.',
    shown: (rows: number, all: number) => (rows === all ? count(rows, '1 organisatie', `${rows} organisaties`) : `${rows} van ${count(all, '1 organisatie', `${all} organisaties`)}`),
    truncated: (rows: number, all: number) => `Er zijn ${all} organisaties; de tabel houdt er ${rows}, op naam. Kies een O of bestuurslaag of zoek op naam om de andere te zien.`,
    unknownLine: 'De lijn waarop wordt gefilterd is er niet op deze dag. Kies een andere, of alle lijnen.',
    gaps: 'Wat valt op', members: (n: number) => count(n, '1 lid', `${n} leden`), complete: "alle drie O's doen mee", missing: (o: string) => `mist ${o.toLowerCase()}`,
    nowhere: (n: number) => count(n, '1 partner is nergens lid', `${n} partners zijn nergens lid`), everywhere: 'Elke partner is ergens lid.', showNowhere: 'Toon hen',
    filters: 'Filters', more: 'Meer filters: O, bestuurslaag, stand, zekerheid', find: 'Zoek op naam', who: 'Wie', rows: { partners: 'Partners', nowhere: 'Partners die nergens lid zijn', all: 'Ook wie geen partner is' },
    line: 'Lid van, of stand op', anyLine: 'Alle lijnen', status: 'Stand', sort: 'Sorteer op', clear: 'Filters wissen',
    sortBy: { name: 'Naam', helix: 'O', layer: 'Bestuurslaag', lines: 'Aantal lijnen' }, sortLine: (line: string) => `Sterkte op ${line}`, turned: 'Andersom',
    table: 'Wie doet waaraan mee', organisation: 'Organisatie', lines: 'Lijnen', legend: 'Legenda', strength: 'Sterkte van het bewijs', hint: 'Met de pijltjes loopt u door de tabel; Enter opent een vak.',
    none: 'Niemand voldoet hieraan.', noneHelp: 'Wis filters of kies een andere dag.', nobody: 'Op deze dag is er geen partner bekend.', noLines: 'Op deze dag loopt er geen programmalijn.',
    pointed: 'Wijs een vak aan, of loop er met de pijltjes heen.', on: 'op', close: 'Sluiten', tryOut: 'Wat als zij toezegt?', tryOutLeaving: 'Wat als zij eruit stapt?', notOpen: 'Dit vak is er niet op deze dag, of niet bij deze keuze.',
    take: 'Meenemen', svg: 'Plaatje (SVG)', png: 'Plaatje (PNG)', csv: 'CSV', xlsx: 'Excel', takeHelp: 'Alle vier houden de tabel zoals zij hier staat: met deze filters, in deze volgorde.', failed: 'Het plaatje werd niet gemaakt: het is te groot. Neem SVG, of filter.',
    fileName: 'betrokkenheid', statusOf: (line: string) => `${line}: stand`, strengthOf: (line: string) => `${line}: sterkte`, key: 'Sleutel',
  },
  en: {
    title: 'Involvement', about: 'Who takes part in which programme line. Choose a cell to see since when and why.',
    shown: (rows, all) => (rows === all ? count(rows, '1 organisation', `${rows} organisations`) : `${rows} of ${count(all, '1 organisation', `${all} organisations`)}`),
    truncated: (rows, all) => `There are ${all} organisations; the table holds ${rows}, by name. Choose a helix or layer or search by name to see the others.`,
    unknownLine: 'The line to filter by is not there on this day. Choose another, or all lines.',
    gaps: 'What stands out', members: (n) => count(n, '1 member', `${n} members`), complete: "all three O's take part", missing: (o) => `lacks ${o.toLowerCase()}`,
    nowhere: (n) => count(n, '1 partner is a member nowhere', `${n} partners are a member nowhere`), everywhere: 'Every partner is a member somewhere.', showNowhere: 'Show them',
    filters: 'Filters', more: 'More filters: helix, layer, status, confidence', find: 'Search by name', who: 'Who', rows: { partners: 'Partners', nowhere: 'Partners that are a member nowhere', all: 'Also who is no partner' },
    line: 'Member of, or status on', anyLine: 'All lines', status: 'Status', sort: 'Sort by', clear: 'Clear filters',
    sortBy: { name: 'Name', helix: 'Helix', layer: 'Layer of government', lines: 'Number of lines' }, sortLine: (line) => `Strength on ${line}`, turned: 'Reversed',
    table: 'Who takes part where', organisation: 'Organisation', lines: 'Lines', legend: 'Legend', strength: 'Strength of the evidence', hint: 'Arrow keys walk through the table; Enter opens a cell.',
    none: 'Nobody is like that.', noneHelp: 'Clear filters or choose another day.', nobody: 'No partner is known on this day.', noLines: 'No programme line runs on this day.',
    pointed: 'Point at a cell, or walk there with the arrow keys.', on: 'on', close: 'Close', tryOut: 'What if it pledges?', tryOutLeaving: 'What if it leaves?', notOpen: 'This cell is not there on this day, or not with this choice.',
    take: 'Take along', svg: 'Picture (SVG)', png: 'Picture (PNG)', csv: 'CSV', xlsx: 'Excel', takeHelp: 'All four hold the table as it stands here: with these filters, in this order.', failed: 'The picture was not made: it is too large. Take SVG, or filter.',
    fileName: 'involvement', statusOf: (line) => `${line}: status`, strengthOf: (line) => `${line}: strength`, key: 'Key',
  },
});
