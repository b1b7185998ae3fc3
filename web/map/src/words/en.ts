import { count } from './count';
import type { nl } from './nl';

/** All texts in English. */
export const en: typeof nl = {
  locale: 'en-GB',
  name: 'Drieklank',
  skip: 'Skip to content',
  menu: { open: 'Menu', label: 'Sections', network: 'Network', lines: 'Lines', language: 'Language', theme: 'Colours', about: 'About Drieklank' },
  sections: { programme: 'Programme', governance: 'Governance', involvement: 'Involvement', 'what-if': 'What if', desk: 'Desk', edit: 'Edit' },
  sign: {
    in: 'Sign in', out: 'Sign out', cancel: 'Cancel', token: 'Token', help: 'Who runs this server gives you a token. It stays in this page only: close or reload it, and you sign in again.',
    as: (name) => `Signed in as ${name}`, someone: 'somebody without a name', elsewhere: 'Sign in with your organisation', or: 'Or with a token', lapsed: 'You are signed in no longer. Sign in again.', failed: 'Signing in did not work.', failedHelp: 'It was broken off, refused or used already. Try again.',
    none: 'Enter a token.', mistaken: 'This token does not work, or no longer.', wanted: 'Sign in to see this.',
  },
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  line: {
    label: 'Notices', all: 'Show everything',
    broken: 'The connection is broken. What you see may be out of date; we keep trying.',
    changed: 'Updated: somebody changed the network.',
  },
  states: {
    loading: 'Loading …',
    unreachable: 'The server cannot be reached.',
    unreachableHelp: 'Check your network. It goes on by itself once the connection is back.',
    refused: 'The server does not answer this question.',
    code: (code) => `For who helps you: ${code}`,
    beforeBegin: (moment) => `Nothing was recorded yet; it begins on ${moment}.`, toBegin: 'Show what was known then',
    internal: 'Something went wrong on the server.',
    internalHelp: (incident) => (incident === null ? 'Try again later.' : `If it keeps going wrong, report incident ${incident}.`),
    unreadable: (status) => `What came back is no answer (status ${status}).`,
    again: 'Try again',
    notFound: 'There is nothing here.',
    notFoundHelp: 'The address is wrong, or what you look for was not there on this day.',
    toMap: 'To the map',
    today: 'Look at today',
  },
  day: {
    label: 'Day', today: 'Today', play: 'Play', exact: 'Choose a day', slider: 'Time',
    earlier: 'A month earlier', later: 'A month later',
    shown: (day) => `The network on ${day}`,
    knownAs: 'Known on', knownMoment: 'As it was known on', knownHelp: 'Shows what had been recorded by then, even if it was added to or mended later.', show: 'Show', more: 'Choose the day',
    known: (moment) => `As it was known on ${moment}`, knownNow: 'Show what is known now',
  },
  search: {
    label: 'Search the network', byName: 'Type a part of the name', hint: 'Search a name', none: 'Nothing found. Try another word or an abbreviation.',
    more: (n) => `and ${n} more: type on`,
    found: (n) => count(n, '1 result', `${n} results`),
  },
  balance: { all: "All three O's take part.", missing: (o) => `Missing: ${o}.`, evenness: 'Evenness', unknown: 'Nothing is known yet.' },
  standing: { evidence: 'Evidence', missing: 'What is missing', condition: 'Condition', helix: 'Helix', layer: 'Layer of government' },
  scrolls: 'Scrolls sideways',
  more: (n) => `Show more (${n} left)`,
  moreOnScreen: (n) => `And ${n} more, which were not opened on the screen.`,
  evidence: { source: 'Source', sources: (n) => count(n, '1 source', `${n} sources`), none: 'No source', via: 'via', confidence: 'Confidence' },
  dates: {
    about: (date) => `about ${date}`, between: (from, to) => `some time between ${from} and ${to}`, either: (one, other) => `${one} or ${other}`, before: (date) => `${date} or earlier`, after: (date) => `${date} or later`,
    since: (date) => `since ${date}`, from: (date) => `from ${date}`, until: (date) => `until ${date}`, upTo: (date) => `until ${date}`, span: (from, to) => `${from} – ${to}`,
    unknown: 'start unknown', ended: 'ended', imprecise: 'Not known to the day', per: (unit) => `per ${unit}`,
  },
};
