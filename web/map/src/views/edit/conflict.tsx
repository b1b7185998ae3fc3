import { useEffect, useRef } from 'preact/hooks';
import { type Draft, same } from './draft';
import { labelOf } from './field';
import type { Clash } from './kept';
import { shown } from './shown';
import { texts } from './words';

/** What is there now beside what was typed, for the editor to decide. */
export function Conflict({ clashes, lost, draft, set, done }: {
  clashes: Clash[];
  /** Whether it was sent before, without an answer. */
  lost: boolean;
  draft: (name: string) => Draft;
  set: (name: string, value: Draft) => void;
  done: () => void;
}) {
  const said = texts.value.conflict;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1}>
        {clashes.length === 0 && lost ? said.perhapsTitle : said.title}
      </h2>
      <p>{clashes.length > 0 ? said.help : lost ? said.perhapsOwn : said.other}</p>
      {clashes.length > 0 && (
        <div class="scrolls" role="region" aria-labelledby="conflict" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {[said.field, said.before, said.now, said.yours].map((head) => (
                  <th key={head} scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {clashes.map(({ field, was, now, typed }) => (
                <tr key={field.name}>
                  <th scope="row">{labelOf(field)}</th>
                  <td data-said={said.before}><bdi>{shown(field, was) || said.empty}</bdi></td>
                  <td data-said={said.now}><bdi>{shown(field, now) || said.empty}</bdi></td>
                  <td data-said={said.yours}>
                    {typed === undefined ? <span class="soft">{said.untouched}</span> : (
                      <>
                        <bdi>{shown(field, typed) || said.empty}</bdi>
                        <div class="actions">
                          <button type="button" aria-pressed={same(draft(field.name), typed)} onClick={() => set(field.name, typed)}>
                            {said.keep}
                          </button>
                          <button type="button" aria-pressed={same(draft(field.name), now)} onClick={() => set(field.name, now)}>
                            {said.take}
                          </button>
                        </div>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <button
        type="button"
        class="fits"
        onClick={(event) => {
          event.currentTarget.closest('form')?.querySelector<HTMLElement>('.primary')?.focus();
          done();
        }}
      >
        {said.done}
      </button>
    </div>
  );
}
