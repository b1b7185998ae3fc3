import { state } from '../address';
import { codes, words } from '../words';
import { date, moment } from '../words/format';

/** Of which network a page on paper tells: its day, and what of the view the screen says elsewhere. */
export function Printed({ day }: { day: string }) {
  const said = words.value.day;
  const { known, confidence } = state.value;
  return (
    <p class="printed">
      {said.shown(date(day))}
      {known !== null && `. ${said.known(moment(known))}`}
      {confidence !== null && `. ${words.value.evidence.confidence}: ${codes.value.confidenceFrom[confidence].toLowerCase()}`}
    </p>
  );
}
