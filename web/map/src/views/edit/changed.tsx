import { useAnswer } from '../../api/answer';
import { EditChangedSinceDocument } from '../../generated/edit/graphql';
import { moment } from '../../words/format';
import type { FieldName } from './shape';
import { fields, texts } from './words';

/** Says gently that somebody changed what the form is about after it was opened; nothing that was typed moves. */
export function Changed({ about, since, show }: { about: ReadonlySet<string>; since: number; show: (() => void) | null }) {
  const said = texts.value.changed;
  const asked = useAnswer(EditChangedSinceDocument, about.size === 0 ? null : { since });
  const changes = (asked.data?.network.changes.nodes ?? []).filter(({ id, revision }) => about.has(id) && revision > since);
  const last = changes.at(-1);
  const what = [...new Set(changes.flatMap((change) => change.fields.map(({ name }) => wordFor(name))))].join(', ');
  return (
    <div role="status">
      {last !== undefined && (
        <div class="meanwhile">
          <strong>{said.byOther(last.actor ?? said.someone, moment(last.recordedAt))}</strong>{' '}
          {last.kind === 'REMOVED' ? said.removed : what !== '' && said.what(what)}
          {last.reason !== null && (
            <>
              {' '}
              “<bdi>{last.reason}</bdi>”
            </>
          )}{' '}
          {said.calm}
          {show !== null && (
            <button type="button" onClick={show}>
              {said.show}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** A column of a file, as `name_nl`, by the word for its field. */
function wordFor(column: string): string {
  const name = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as FieldName;
  return (fields.value as Partial<Record<FieldName, string>>)[name] ?? column;
}
