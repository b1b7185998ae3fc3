import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SECTIONS, type View, change, language, linkHere, linkTo, state, view } from '../address';
import { connection } from '../api/live';
import { asker } from '../api/session';
import { codes, words } from '../words';
import { moment } from '../words/format';
import { DayBar } from './day-bar';
import { useFrame, whenChanged } from './frame';
import { Disclosure } from './disclosure';
import { Search } from './search';
import { Lapsed, SignIn, SignInDialog } from './sign-in';
import { type Theme, theme } from './theme';

/** What stands around every view. */
export function Shell({ children }: { children: ComponentChildren }) {
  const said = words.value;
  const frame = useFrame();
  const network = frame.data?.network ?? null;
  // On a phone the menu and what belongs to it stand behind a button. Going somewhere closes them, and so does signing in or out.
  const [open, setOpen] = useState(false);
  const here = view.value;
  useEffect(() => setOpen(false), [here, asker.value]);
  return (
    <>
      <a class="skip" href="#content">
        {said.skip}
      </a>
      <header class={open ? 'header open' : 'header'} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
        <div class="bar">
          <a class="brand" href={linkTo({ name: 'network' })}>
            <Emblem />
            <span>
              {said.name}
              {network !== null && <bdi class="region">{network.name}</bdi>}
            </span>
          </a>
          <Search />
          <button type="button" class="opens" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
            <span aria-hidden="true">☰</span> {said.menu.open}
          </button>
          <Menu lines={network?.programmeLines ?? []} mayEdit={frame.data?.viewer.mayEdit ?? false} />
          <Tools />
        </div>
        <DayBar since={network?.since ?? null} />
      </header>
      <SignInDialog />
      <Notices />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="foot">
        {/* In a tab of its own: leaving this page signs out. It knows whether the API can be explored here, and links to that. */}
        <a href="/about" target="_blank" rel="noopener">
          {said.menu.about}
        </a>
      </footer>
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
    <nav id="menu" class="menu" aria-label={said.label}>
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

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const THEME_MARKS: Record<Theme, string> = { system: '◐', light: '☀', dark: '☾' };

function Tools() {
  const said = words.value;
  const themeSaid = `${said.menu.theme}: ${said.themes[theme.value]}`;
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length]!;
  return (
    <div class="tools">
      <select
        aria-label={said.menu.language}
        value={language.value}
        onChange={(event) => change({ lang: event.currentTarget.value === 'en' ? 'en' : 'nl' }, 'replace')}
      >
        <option value="nl">NL</option>
        <option value="en">EN</option>
      </select>
      <button type="button" class="theme" title={themeSaid} aria-label={themeSaid} onClick={() => (theme.value = next)}>
        <span aria-hidden="true">{THEME_MARKS[theme.value]}</span>
      </button>
      <SignIn />
    </div>
  );
}

/** What one should know about what is shown: an old line, a change by somebody else, earlier knowledge. */
function Notices() {
  const said = words.value;
  const [changed, setChanged] = useState(false);
  useEffect(() => whenChanged(setChanged), []);
  const { known, confidence } = state.value;
  return (
    <section aria-label={said.line.label}>
      <div role="status">
        <Lapsed />
        {connection.value === 'broken' && <div class="notice">{said.line.broken}</div>}
        {changed && connection.value === 'live' && <div class="told">{said.line.changed}</div>}
      </div>
      {known !== null && (
        <div class="notice calm">
          <span>{said.day.known(moment(known))}</span>
          <a href={linkHere({ known: null })}>{said.day.knownNow}</a>
        </div>
      )}
      {confidence !== null && view.value.name !== 'network' && (
        <div class="notice calm">
          <span>
            {said.evidence.confidence}: {codes.value.confidenceFrom[confidence].toLowerCase()}
          </span>
          <a href={linkHere({ confidence: null })}>{said.line.all}</a>
        </div>
      )}
    </section>
  );
}
