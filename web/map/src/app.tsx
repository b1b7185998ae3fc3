import type { ComponentType } from 'preact';
import { type Section, language, view } from './address';
import { useArrival } from './parts/arrival';
import { later } from './parts/later';
import { Shell } from './parts/shell';
import { NotFound } from './parts/states';
import { NetworkView } from './views/network';
import { codes, words } from './words';

/** The page: what stands around every view, and the view that the address names. */
export function App() {
  document.documentElement.lang = language.value;
  useArrival(JSON.stringify(view.value));
  return (
    <Shell>
      <Current />
    </Shell>
  );
}

const CoalitionView = later(async () => (await import('./views/coalition')).CoalitionView, () => codes.value.noun.line);
const OrganisationView = later(async () => (await import('./views/organisation')).OrganisationView, () => codes.value.noun.organisation);

const SignedInView = later(async () => (await import('./views/signed-in')).SignedInView, () => words.value.sign.in);
const SECTION_VIEWS: Record<Section, ComponentType> = {
  programme: later(async () => (await import('./views/programme')).ProgrammeView, () => words.value.sections.programme),
  governance: later(async () => (await import('./views/governance')).GovernanceView, () => words.value.sections.governance),
  involvement: later(async () => (await import('./views/involvement')).InvolvementView, () => words.value.sections.involvement),
  'what-if': later(async () => (await import('./views/what-if')).WhatIfView, () => words.value.sections['what-if']),
  desk: later(async () => (await import('./views/desk')).DeskView, () => words.value.sections.desk),
  edit: later(async () => (await import('./views/edit')).EditView, () => words.value.sections.edit),
};

/** Each view asks, shows and titles itself. A new one gets a line here and in `address.ts`. */
function Current() {
  const here = view.value;
  switch (here.name) {
    case 'network': return <NetworkView />;
    case 'line': return <CoalitionView key={here.slug} slug={here.slug} />;
    case 'organisation': return <OrganisationView key={here.slug} slug={here.slug} />;
    case 'signed-in': return <SignedInView />;
    case 'unknown': return <NotFound />;
    default: {
      const View = SECTION_VIEWS[here.name];
      return <View />;
    }
  }
}
