import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { OrganisationHistoryDocument } from '../../generated/graphql';
import { More } from '../../parts/more';
import { Failed } from '../../parts/states';
import { codes } from '../../words';
import { moment } from '../../words/format';
import { fieldSaid, nounSaid, valueSaid } from './history-words';
import { texts } from './words';

/** What was recorded of an organisation: when, by whom and why, newest first. */
export function History({ slug }: { slug: string }) {
  const said = texts.value;
  const { validAt, knownAt } = viewArguments.value;
  const pages = usePages(OrganisationHistoryDocument, { slug, validAt, knownAt }, (data) => data.network.organisation?.history ?? null);
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">{said.history}</h2>
      {pages.failure !== null && <Failed failure={pages.failure} again={pages.again} />}
      {pages.totalCount === 0 && <p class="soft">{said.noHistory}</p>}
      <ol class="plain reasons">
        {pages.nodes.map((change) => (
          <li key={`${change.revision} ${change.id}`}>
            <div>
              <time dateTime={change.recordedAt}>{moment(change.recordedAt)}</time>: {nounSaid(change.noun)} {codes.value.change[change.kind]}
              {change.actor !== null && (
                <>
                  {' '}
                  <bdi>{said.by(change.actor)}</bdi>
                </>
              )}
            </div>
            {change.reason !== null && (
              <div class="soft">
                <bdi>{change.reason}</bdi>
              </div>
            )}
            {change.kind === 'CHANGED' && (
              <ul class="plain small">
                {change.fields.map((field) => (
                  <li key={field.name}>
                    {fieldSaid(field.name)}: <del><bdi>{valueSaid(change.noun, field.name, field.before)}</bdi></del> →{' '}
                    <ins><bdi>{valueSaid(change.noun, field.name, field.after)}</bdi></ins>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <More of={pages} />
    </section>
  );
}
