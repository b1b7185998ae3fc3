import { DOTS } from '../../parts/status';
import { STATUSES } from '../../settings';
import { codes } from '../../words';
import { texts } from './words';

/** What colours, dots and bars of cells mean. */
export function Legend() {
  return (
    <ul class="plain keys legend" aria-label={texts.value.legend}>
      {STATUSES.map((status) => (
        <li key={status}>
          <span class={`heat ${status}`} aria-hidden="true">
            {DOTS[status] === '' ? '·' : DOTS[status]}
          </span>
          {codes.value.status[status]}
        </li>
      ))}
      <li>
        <span class="heat NONE" aria-hidden="true">
          <span class="strength" style={{ width: '60%' }} />
        </span>
        {texts.value.strength}
      </li>
    </ul>
  );
}
