import { useId } from 'preact/hooks';
import { change, state } from '../address';
import { words } from '../words';
import { Disclosure } from './disclosure';
import { useFrame } from './frame';

/** Chooses as of when the network is shown as it was known: what was recorded later is left out. */
export function Known() {
  const said = words.value.day;
  const id = useId();
  const { known } = state.value;
  const first = useFrame().data?.network.firstKnownAt;
  const submit = (event: Event) => {
    event.preventDefault();
    const moment = new Date(String(new FormData(event.currentTarget as HTMLFormElement).get('known')));
    if (!Number.isNaN(moment.getTime())) change({ known: moment.toISOString() });
  };
  return (
    <Disclosure label={said.knownAs} current={known !== null} as="div">
      <form class="form" onSubmit={submit}>
        <label for={id}>{said.knownMoment}</label>
        <input id={id} name="known" type="datetime-local" required min={first === undefined ? undefined : minuteAfter(first)} value={known === null ? '' : local(known)} aria-describedby={`${id}-help`} />
        <p id={`${id}-help`} class="help">
          {said.knownHelp}
        </p>
        <div class="actions">
          <button class="primary">{said.show}</button>
          {known !== null && (
            <button type="button" onClick={() => change({ known: null })}>
              {said.knownNow}
            </button>
          )}
        </div>
      </form>
    </Disclosure>
  );
}

/** The first whole minute at which something was known. */
function minuteAfter(first: string): string {
  return local(new Date(Math.ceil(new Date(first).getTime() / 60_000) * 60_000).toISOString());
}

/** A moment as the control wants it: in the time of who looks, to the minute. */
function local(moment: string): string {
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
