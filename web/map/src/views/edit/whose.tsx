import type { SourceFragment } from '../../generated/graphql';
import type { Draft, Group } from './draft';
import { FieldRow } from './field';
import type { Field } from './shape';
import type { Errors } from './wiring';
import { texts } from './words';

/** On whose word, and why: every change asks for it. */
export function Whose({ desk, source, reason, draft, set, setAll, errors, now }: {
  /** Of who plans contacts, whose own word counts for what only the desk sees. */
  desk: boolean;
  source: Field | null;
  reason: Field | null;
  draft: Group;
  set: (name: string, value: Draft) => void;
  setAll: (draft: Group) => void;
  errors: Errors;
  now: SourceFragment[];
}) {
  const said = texts.value;
  const first = now[0];
  const asks = [source === null ? null : { ...source, required: !desk }, reason].filter((field) => field !== null);
  const inside = (
    <>
      {source !== null && <p class="help">{desk ? said.whoseOfDeskHelp : said.whoseHelp}</p>}
      {source !== null && first !== undefined && (
        <button
          type="button"
          class="fits"
          onClick={() => setAll({ ...draft, source: { title: first.title, ...(first.locator !== null && { locator: first.locator }), ...(first.url !== null && { url: first.url }) } })}
        >
          {said.sourceNow}: <bdi>{first.title.length > 60 ? `${first.title.slice(0, 59)}…` : first.title}</bdi>
        </button>
      )}
      <div class="fields">
        {asks.map((field) => (
          <FieldRow key={field.name} field={field} path={[field.name]} draft={draft[field.name]} set={(value) => set(field.name, value)} errors={errors} />
        ))}
      </div>
    </>
  );
  // What has to be said stands open.
  if (desk && asks.every(({ required }) => !required)) {
    return (
      <details class="further">
        <summary>{said.whoseOfDesk}</summary>
        <div class="whose">{inside}</div>
      </details>
    );
  }
  return (
    <section class="whose" aria-labelledby="whose">
      <h2 id="whose">{said.whose}</h2>
      {inside}
    </section>
  );
}
