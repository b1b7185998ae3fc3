import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { language } from '../../address';
import { useAnswer } from '../../api/answer';
import { ask } from '../../api/client';
import { type DeskFeedsQuery, DeskCreateFeedDocument, DeskFeedsDocument, DeskRevokeFeedDocument } from '../../generated/graphql';
import type { Failure } from '../../api/failure';
import { Answered, Failed } from '../../parts/states';
import { moment } from '../../words/format';
import { Field } from './field';
import { Told, useTold } from './told';
import { texts } from './words';
import { useWriting } from './writing';

/** Calendars of one's own that follow the desk: made, told once, taken back. */
export function Feeds() {
  const said = texts.value;
  const asked = useAnswer(DeskFeedsDocument, {});
  return (
    <section class="panel" aria-labelledby="feeds">
      <h2 id="feeds">{said.subscribe}</h2>
      <p class="help">{said.subscribeHelp}</p>
      <Make made={asked.again} />
      <h3>{said.feeds}</h3>
      <Answered asked={asked}>{({ viewer }) => <List of={viewer.calendarFeeds} changed={asked.again} />}</Answered>
    </section>
  );
}

function Make({ made }: { made: () => void }) {
  const said = texts.value;
  const id = useId();
  const [label, setLabel] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [copied, setCopied] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // An address that was made is where one goes on, to copy it; once it is hidden, at the field for the next one.
  useEffect(() => {
    if (address !== null) document.getElementById(id)?.focus();
  }, [address]);
  const hide = () => {
    setAddress(null);
    form.current?.querySelector('input')?.focus();
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (waiting || label.trim() === '') return;
    setWaiting(true);
    setCopied(false);
    const { data, failure } = await ask(DeskCreateFeedDocument, { label: label.trim() });
    setWaiting(false);
    setFailure(failure);
    if (data === null) return;
    setAddress(new URL(`${data.createCalendarFeed.path}${language.value === 'en' ? '?lang=en' : ''}`, location.origin).href);
    setLabel('');
    made();
  };
  return (
    <form class="form record" ref={form} onSubmit={(event) => void submit(event)}>
      <Field label={said.feedLabel} help={said.feedHint} wrong={[]}>
        {(at) => <input {...at} required maxLength={200} autocomplete="off" value={label} onInput={(event) => setLabel(event.currentTarget.value)} />}
      </Field>
      <div class="actions">
        <button aria-disabled={waiting || label.trim() === ''}>{said.makeFeed}</button>
      </div>
      {failure !== null && <Failed failure={failure} />}
      <div role="status">
        {address !== null && (
          <div class="secret">
            <strong>{said.feedMade}</strong>
            <label for={id}>{said.address}</label>
            <input id={id} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
            <div class="actions">
              <button type="button" onClick={() => void navigator.clipboard?.writeText(address).then(() => setCopied(true), () => setCopied(false))}>
                {said.copy}
              </button>
              <button type="button" onClick={hide}>
                {said.hide}
              </button>
              {copied && <span>{said.copied}</span>}
            </div>
          </div>
        )}
      </div>
    </form>
  );
}

function List({ of, changed }: { of: DeskFeedsQuery['viewer']['calendarFeeds']; changed: () => void }) {
  const said = texts.value;
  const { send, waiting, failure } = useWriting(DeskRevokeFeedDocument);
  const [told, tell] = useTold();
  const revoke = async (feed: string) => {
    tell(null);
    if ((await send({ id: feed })) !== 'recorded') return;
    tell(said.revoked);
    changed();
  };
  return (
    <>
      {of.length === 0 && <p class="soft">{said.noFeeds}</p>}
      <ul class="plain agenda-short">
        {of.map((feed) => (
          <li key={feed.id}>
            <strong>
              <bdi>{feed.label}</bdi>
            </strong>
            <span class="soft small">
              {said.madeOn} {moment(feed.createdAt)}; {said.usedOn.toLowerCase()} {feed.lastUsedAt === null ? said.neverUsed : moment(feed.lastUsedAt)}
            </span>
            <button type="button" aria-disabled={waiting} onClick={() => void revoke(feed.id)}>
              {said.revoke}
              <span class="hidden-visually">: {feed.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <Told of={told} />
      {failure !== null && <Failed failure={failure} />}
    </>
  );
}
