import type { ReadonlySignal } from '@preact/signals';
import { Period } from '../../parts/evidence';
import { usePaused } from '../../parts/paused';
import { Status } from '../../parts/status';
import { codes } from '../../words';
import { useStanding } from './standing';
import { texts } from './words';

const PAUSE_MS = 150;

/** What the cell says that one points at or walks to. It opens without waiting then, as its answer is here already. */
export function Pointed({ at: pointed }: { at: ReadonlySignal<string | null> }) {
  const at = pointed.value;
  const { asked, standing } = useStanding(usePaused(at, PAUSE_MS));
  const organisation = asked.data?.network.organisation ?? null;
  if (at === null || standing === null || organisation === null || at !== `${organisation.slug}/${standing.programmeLine.slug}`) {
    return <p class="pointed soft">{at === null ? texts.value.pointed : ' '}</p>;
  }
  const routes = [...new Set(standing.evidence.map((one) => codes.value.route[one.route]))];
  return (
    <p class="pointed">
      <strong>
        <bdi>{organisation.name}</bdi>
      </strong>{' '}
      {texts.value.on} <bdi>{standing.programmeLine.name}</bdi>: <Status of={standing.status} />{' '}
      {(standing.since !== null || standing.until !== null) && <Period since={standing.since} until={standing.until} />}
      {routes.length > 0 && <span class="soft"> · {routes.join(', ')}</span>}
    </p>
  );
}
