import { useState } from 'preact/hooks';
import { number } from '../../../words/format';
import { listName } from './lists';
import type { Report } from './send';
import { texts } from './words';

/** What changes, by list of the file. */
export function Counts({ of }: { of: Report['counts'] }) {
  const said = texts.value;
  const columns = ['added', 'changed', 'removed', 'same'] as const;
  const row = (counts: Record<(typeof columns)[number], number>) => columns.map((column) => (
    <td key={column} class="number">{counts[column] === 0 ? <span class="soft">0</span> : number(counts[column])}</td>
  ));
  const all = of.reduce((sum, one) => Object.fromEntries(columns.map((column) => [column, sum[column] + one[column]])) as typeof sum, { added: 0, changed: 0, removed: 0, same: 0 });
  return (
    <div class="scrolls" role="region" aria-label={said.counts} tabIndex={0}>
      <table>
        <caption class="hidden-visually">{said.counts}</caption>
        <thead>
          <tr>
            <th scope="col">{said.list}</th>
            {columns.map((column) => (
              <th key={column} scope="col" class="number">{said[column]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map((counts) => (
            <tr key={counts.noun}>
              <th scope="row">
                <bdi>{listName(counts.noun)}</bdi>
              </th>
              {row(counts)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{said.total}</th>
            {row(all)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** So many lines at once: a file that is wrong throughout has thousands. */
const STEP = 100;

/** Everything that is wrong with its place, narrowed by a place or a word. */
export function Problems({ of }: { of: Report }) {
  const said = texts.value;
  const [place, setPlace] = useState('');
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(STEP);
  const places = [...new Set(of.problems.map(said.place))];
  const wanted = text.trim().toLowerCase();
  const found = of.problems.filter((problem) => {
    if (place !== '' && said.place(problem) !== place) return false;
    return `${said.place(problem)} ${problem.line ?? ''} ${problem.column ?? ''} ${problem.message}`.toLowerCase().includes(wanted);
  });
  return (
    <div class="problems">
      <h3 id="problems">{said.problems}</h3>
      <div class="narrow">
        <label class="inline">
          {said.where}
          <select value={place} onChange={(event) => setPlace(event.currentTarget.value)}>
            <option value="">{said.all}</option>
            {places.map((one) => (
              <option key={one} value={one}>{one}</option>
            ))}
          </select>
        </label>
        <label class="inline">
          {said.narrow}
          <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <span class="soft" role="status">{said.shown(found.length, of.problems.length)}</span>
      </div>
      {of.problemCount > of.problems.length && <p class="help">{said.told(of.problems.length, of.problemCount)}</p>}
      {found.length === 0 ? <p>{said.noneFound}</p> : (
        <div class="scrolls" role="region" aria-labelledby="problems" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {[said.where, said.line, said.column, said.what].map((head) => (
                  <th key={head} scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, limit).map((problem, index) => (
                <tr key={index}>
                  <td><bdi>{said.place(problem)}</bdi></td>
                  <td>{problem.line}</td>
                  <td><bdi>{problem.column}</bdi></td>
                  <td><bdi>{problem.message}</bdi></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > limit && (
        <button type="button" onClick={() => setLimit(limit + STEP)}>
          {said.more}
        </button>
      )}
    </div>
  );
}
