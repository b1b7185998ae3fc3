import { state } from '../../address';
import { codes, words } from '../../words';
import { moment } from '../../words/format';
import type { Column } from './model';
import { texts } from './words';

/** What the table was filtered by, for who sees it without its controls. */
export function filtersSaid(columns: readonly Column[]): string {
  const said = texts.value;
  const { rows, find, line, status, helix, layer, confidence, known } = state.value;
  const named = columns.find(({ slug }) => slug === line)?.name;
  const parts = [
    said.rows[rows],
    find === '' ? '' : `“${find}”`,
    named === undefined ? '' : `${said.line}: ${named}`,
    status.length === 0 ? '' : `${said.status}: ${status.map((one) => codes.value.status[one]).join(', ')}`,
    helix.map((one) => codes.value.helix[one]).join(', '),
    layer.map((one) => codes.value.layer[one]).join(', '),
    confidence === null ? '' : `${words.value.evidence.confidence}: ${codes.value.confidenceFrom[confidence]}`,
    known === null ? '' : words.value.day.known(moment(known)),
  ];
  return `${said.filters}: ${parts.filter((part) => part !== '').join('; ')}`;
}
