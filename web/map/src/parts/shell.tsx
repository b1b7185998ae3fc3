import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SECTIONS, type View, change, language, linkHere, linkTo, state, view } from '../address';
import { connection } from '../api/live';
import { words } from '../words';
import { moment } from '../words/format';
import { DayBar } from './day-bar';
import { useFrame, whenChanged } from './frame';
import { Disclosure } from './disclosure';
import { Search } from './search';
import { Lapsed, SignIn } from './sign-in';
import { type Theme, theme } from './theme';

/** What stands around every view. */
export function Shell({ children }: { children: ComponentChildren }) {
  const said = words.value;
  const frame = useFrame();
  const network = frame.data?.network ?? null;
  return (
    <>
      <a class="skip" href="#content">
        {said.skip}
      </a>
      <header class="header">
        <div class="bar">
          <a class="brand" href={linkTo({ name: 'network' })}>
            <Emblem />
            <span>{said.name}</span>
            {network !== null && (
              <span class="region">
                <bdi>{network.name}</bdi>
              </span>
            )}
          </a>
          <Search />
          <Tools />
        </div>
        <Menu lines={network?.programmeLines ?? []} mayEdit={frame.data?.viewer.mayEdit ?? false} />
        <DayBar since={network?.since ?? null} shown={network?.validAt ?? null} />
      </header>
      <Notices />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** Three circles that touch: the three O's. */
function Emblem() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="9.5" r="7" fill="var(--government)" />
      <circle cx="9" cy="21.5" r="7" fill="var(--education)" />
      <circle cx="23" cy="21.5" r="7" fill="var(--business)" />
    </svg>
  );
}

function Menu({ lines, mayEdit }: { lines: { slug: string; name: string; kind: string }[]; mayEdit: boolean }) {
  const said = words.value.menu;
  const here = view.value;
  const current = (to: View) => (linkTo(to) === linkTo(here) ? 'page' : undefined);
  return (
    <nav class="menu" aria-label={said.label}>
      <ul class="plain">
        <li>
          <a href={linkTo({ name: 'network' })} aria-current={current({ name: 'network' })}>
            {said.network}
          </a>
        </li>
        <li>
          <Disclosure label={said.lines} current={here.name === 'line'}>
            {lines.map((line) => (
              <li key={line.slug}>
                <a href={linkTo({ name: 'line', slug: line.slug })} aria-current={current({ name: 'line', slug: line.slug })}>
                  <bdi>{line.name}</bdi>
                </a>
              </li>
            ))}
          </Disclosure>
        </li>
        {SECTIONS.filter((name) => name !== 'edit' || mayEdit).map((name) => (
          <li key={name}>
            <a href={linkTo({ name })} aria-current={current({ name })}>
              {words.value.sections[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tools() {
  const said = words.value;
  return (
    <div class="tools">
      <select
        aria-label={said.menu.language}
        value={language.value}
        onChange={(event) => change({ lang: event.currentTarget.value === 'en' ? 'en' : 'nl' }, 'replace')}
      >
        <option value="nl" aria-label="Nederlands">NL</option>
        <option value="en" aria-label="English">EN</option>
      </select>
      <select
        aria-label={said.menu.theme}
        value={theme.value}
        onChange={(event) => (theme.value = event.currentTarget.value as Theme)}
      >
        {(['system', 'light', 'dark'] as const).map((one) => (
          <option key={one} value={one}>
            {said.themes[one]}
          </option>
        ))}
      </select>
      <SignIn />
    </div>
  );
}

/** What one should know about what is shown: an old line, a change by somebody else, earlier knowledge. */
function Notices() {
  const said = words.value;
  const [changed, setChanged] = useState(false);
  useEffect(() => whenChanged(setChanged), []);
  const { known } = state.value;
  return (
    <>
      <div role="status">
        <Lapsed />
        {connection.value === 'broken' && <div class="notice">{said.line.broken}</div>}
        {changed && connection.value === 'live' && <div class="notice calm">{said.line.changed}</div>}
      </div>
      {known !== null && (
        <div class="notice calm">
          <span>{said.day.known(moment(known))}</span>
          <a href={linkHere({ known: null })}>{said.day.knownNow}</a>
        </div>
      )}
    </>
  );
}
