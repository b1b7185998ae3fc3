import { batch, computed, signal } from '@preact/signals';
import { type Noun, type Settings, defaults, read, written } from './settings';

/** Views without anything behind their name in the path. */
export const SECTIONS = ['programme', 'governance', 'involvement', 'what-if', 'desk', 'edit'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the path names. */
export type View =
  | { name: 'network' | 'signed-in' | Section }
  | { name: 'line'; slug: string }
  | { name: 'organisation'; slug: string }
  | { name: 'unknown' };

/** The whole state of the page: what the path names, and what stands behind the question mark. */
const path = signal(plainPath());
const settings = signal<Settings>(read(location.search));

export const view = computed<View>(() => viewAt(path.value));

/** The day of the view; null: today, which the server knows. */
export const day = computed(() => settings.value.day);
/** The language that was asked for in the address, else the first of the browser's that we have, else Dutch. */
export const language = computed(() => settings.value.lang ?? preferred());
/** Everything that the address says. */
export const state = computed(() => settings.value);

/** What every question about the network says of its view. */
export const viewArguments = computed(() => ({
  validAt: settings.value.day,
  knownAt: settings.value.known,
  minConfidence: settings.value.confidence,
  lang: language.value === 'en' ? ('EN' as const) : ('NL' as const),
}));

/** Settings that go along to every view; the others belong to the one where they were chosen. */
const COMMON = ['day', 'known', 'confidence', 'lang'] as const;

/** The path without a slash that somebody put behind it. */
function plainPath(): string {
  return location.pathname.replace(/(.)\/$/, '$1');
}

function viewAt(path: string): View {
  const [first = '', second, ...more] = path.split('/').slice(1);
  if (first === '' && second === undefined) return { name: 'network' };
  if (first === 'signed-in' && second === undefined) return { name: first };
  const section = SECTIONS.find((one) => one === first);
  if (section !== undefined && second === undefined) return { name: section };
  const slug = second === undefined ? '' : decoded(second);
  if ((first === 'line' || first === 'organisation') && slug !== '' && more.length === 0) return { name: first, slug };
  return { name: 'unknown' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

function preferred(): 'nl' | 'en' {
  for (const tag of navigator.languages) {
    if (/^nl\b/i.test(tag)) return 'nl';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'nl';
}

function pathOf(to: View): string {
  if (to.name === 'line' || to.name === 'organisation') return `/${to.name}/${encodeURIComponent(to.slug)}`;
  return to.name === 'network' || to.name === 'unknown' ? '/' : `/${to.name}`;
}

/** The address of a view on the same day and in the same language, with settings of its own. */
export function linkTo(to: View, own: Partial<Settings> = {}): string {
  const kept = { ...defaults(), ...Object.fromEntries(COMMON.map((key) => [key, settings.value[key]])) };
  return pathOf(to) + written({ ...kept, ...own });
}

/** Views that tell most of a noun, by selecting it. */
const TOLD_IN: Partial<Record<Noun, Section>> = { body: 'governance', initiative: 'programme', agreement: 'programme' };

/** The address of where most is told of something: its own page, the view that selects it, or the map. */
export function linkToNoun(noun: Noun, slug: string): string {
  if (noun === 'organisation' || noun === 'line') return linkTo({ name: noun, slug });
  return linkTo({ name: TOLD_IN[noun] ?? 'network' }, { select: `${noun}/${slug}` });
}

/** The address of this view with some settings changed. */
export function linkHere(changed: Partial<Settings>): string {
  return path.value + written({ ...settings.value, ...changed });
}

/** Changes settings of this view. `replace` leaves no step to go back to, for what changes many times in a row. */
export function change(changed: Partial<Settings>, how: 'push' | 'replace' = 'push'): void {
  go(linkHere(changed), how);
}

/** Goes to an address of ours. */
export function go(href: string, how: 'push' | 'replace' = 'push'): void {
  const target = new URL(href, location.href);
  if (target.href === location.href) return;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', target);
  follow();
}

/** Writes the language into the address, so that whoever gets it reads the same. */
export function sayLanguage(): void {
  const { name } = view.value;
  // What a provider sent along must stay until it was read.
  if (name === 'signed-in' || name === 'unknown' || settings.value.lang !== null) return;
  history.replaceState(null, '', linkHere({ lang: language.value }) + location.hash);
  follow();
}

function follow(): void {
  batch(() => {
    path.value = plainPath();
    settings.value = read(location.search);
  });
}

/** Makes links of ours change the view instead of loading the page. Links stay links: they can be opened in a tab of their own. */
export function listen(): void {
  addEventListener('popstate', follow);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return;
    const target = new URL(link.href);
    if (target.origin !== location.origin || viewAt(target.pathname).name === 'unknown') return;
    // The browser goes to a place on this page by itself; on another, the view finds it once it stands there.
    if (target.hash !== '' && target.pathname === location.pathname && target.search === location.search) return;
    event.preventDefault();
    go(link.href);
  });
}
