import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Section, language, view } from './address';
import { recoveries } from './api/live';
import { Shell } from './parts/shell';
import { Failed, Loading, NotFound } from './parts/states';
import { NetworkView } from './views/network';

/** The page: what stands around every view, and the view that the address names. */
export function App() {
  document.documentElement.lang = language.value;
  useArrival();
  return (
    <Shell>
      <Current />
    </Shell>
  );
}

/** A view that comes when somebody first goes there, so that the first page stays small. */
function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(false);
    const again = () => {
      setFailed(false);
      setAttempt((count) => count + 1);
    };
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (view) => {
          loaded = view;
          again();
        },
        () => setFailed(true),
      );
    }, [attempt, recoveries.value]);
    const View = loaded;
    if (View !== null) return <View {...props} />;
    return failed ? <Failed failure={{ kind: 'unreachable' }} again={again} /> : <Loading />;
  };
}

const CoalitionView = later(async () => (await import('./views/coalition')).CoalitionView);
const OrganisationView = later(async () => (await import('./views/organisation')).OrganisationView);

const SignedInView = later(async () => (await import('./views/signed-in')).SignedInView);
const SECTION_VIEWS: Record<Section, ComponentType> = {
  programme: later(async () => (await import('./views/programme')).ProgrammeView),
  governance: later(async () => (await import('./views/governance')).GovernanceView),
  involvement: later(async () => (await import('./views/involvement')).InvolvementView),
  'what-if': later(async () => (await import('./views/what-if')).WhatIfView),
  desk: later(async () => (await import('./views/desk')).DeskView),
  edit: later(async () => (await import('./views/edit')).EditView),
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

/** Another view begins at its top, and screen readers hear of it; within a view nothing moves. */
function useArrival() {
  const here = view.value;
  const name = JSON.stringify(here);
  const before = useRef(name);
  useEffect(() => {
    if (before.current === name) return;
    before.current = name;
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [name]);
}
