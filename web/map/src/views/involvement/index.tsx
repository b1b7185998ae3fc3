import './involvement.css';
import { useMemo } from 'preact/hooks';
import { change, language, state, viewArguments } from '../../address';
import { type Asked, useAnswer } from '../../api/answer';
import { type InvolvementQuery, type OrganisationFilter, InvolvementDocument } from '../../generated/graphql';
import { Printed } from '../../parts/printed';
import { sortingOf } from '../../parts/sort';
import { Answered, Empty } from '../../parts/states';
import { useTitle } from '../../parts/title';
import type { Settings } from '../../settings';
import { Exports } from './exports';
import { Filters, NO_FILTERS, filterCount } from './filters';
import { Gaps } from './gaps';
import { Legend } from './legend';
import { MatrixTable } from './matrix';
import { type Matrix, ORDERS, byName, filtered, sorted } from './model';
import { Panel } from './panel';
import { texts } from './words';

/** Partners against lines: who takes part where, on a day. */
export function InvolvementView() {
  const asked = useMatrix(state.value);
  useTitle(texts.value.title);
  return <Answered asked={asked} title={texts.value.title}>{({ network }) => <Page matrix={network.involvement} day={network.validAt} stale={asked.loading} />}</Answered>;
}

/** All rows, and only those that pass what the server can filter by when there are more than it shows at once. */
function useMatrix(settings: Settings): Asked<InvolvementQuery> {
  const partners: OrganisationFilter = settings.rows === 'all' ? {} : { partner: true };
  const all = useAnswer(InvolvementDocument, { filter: partners, ...viewArguments.value });
  const narrow: OrganisationFilter = {
    ...partners,
    ...(settings.helix.length > 0 && { helix: { in: settings.helix } }),
    ...(settings.layer.length > 0 && { layer: { in: settings.layer } }),
    ...(settings.find !== '' && { name: { contains: settings.find } }),
  };
  const wanted = (all.data?.network.involvement.truncated ?? false) && Object.keys(narrow).length > Object.keys(partners).length;
  const some = useAnswer(InvolvementDocument, wanted ? { filter: narrow, ...viewArguments.value } : null);
  return wanted ? some : all;
}

function Page({ matrix, day, stale }: { matrix: Matrix; day: string; stale: boolean }) {
  const said = texts.value;
  const settings = state.value;
  const { columns } = matrix;
  const sorting = sortingOf(settings.sort, [...ORDERS, ...columns.map(({ slug }) => slug)], 'name');
  const rows = useMemo(
    () => sorted(byName(filtered(matrix, settings), language.value), sorting, columns),
    [matrix, settings.helix.join(), settings.layer.join(), settings.status.join(), settings.line, settings.find, settings.rows, settings.sort, language.value],
  );
  const used = filterCount(settings);
  return (
    <article class={`page wide involvement${stale ? ' stale' : ''}`} aria-busy={stale}>
      <header>
        <h1>{said.title}</h1>
        <p class="help">{said.about}</p>
        <Printed day={day} />
      </header>
      {columns.length === 0 ? (
        <Empty title={said.noLines} help={said.noneHelp} />
      ) : (
        <>
          <Filters matrix={matrix} sorting={sorting} />
          {settings.line !== null && !columns.some(({ slug }) => slug === settings.line) && <p class="notice">{said.unknownLine}</p>}
          {matrix.truncated && <p class="notice">{said.truncated(matrix.rows.length, matrix.rowCount)}</p>}
          <div class="above">
            <p role="status">
              <strong>{said.shown(rows.length, matrix.rowCount)}</strong>
            </p>
            <Legend />
          </div>
          <div class="beside">
            {rows.length === 0 ? (
              <Empty title={matrix.rows.length === 0 && used === 0 ? said.nobody : said.none} help={said.noneHelp}>
                {used > 0 && (
                  <button type="button" onClick={() => change(NO_FILTERS)}>
                    {said.clear}
                  </button>
                )}
              </Empty>
            ) : (
              <MatrixTable columns={columns} rows={rows} sorting={sorting} />
            )}
            <div class="side">
              {settings.cell !== null && <Panel matrix={matrix} cell={settings.cell} />}
              <Gaps matrix={matrix} partners={settings.rows !== 'all'} />
              {rows.length > 0 && <Exports columns={columns} rows={rows} day={day} />}
            </div>
          </div>
        </>
      )}
    </article>
  );
}
