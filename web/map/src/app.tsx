import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { language, view } from './address';
import { Shell } from './parts/shell';
import { Loading, NotFound } from './parts/states';
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
    const [, redraw] = useState(0);
    useEffect(() => {
      if (loaded !== null) return;
      void load().then((view) => {
        loaded = view;
        redraw((count) => count + 1);
      });
    }, []);
    const View = loaded;
    return View === null ? <Loading /> : <View {...props} />;
  };
}

const CoalitionView = later(async () => (await import('./views/coalition')).CoalitionView);
const OrganisationView = later(async () => (await import('./views/organisation')).OrganisationView);

/** Each view asks, shows and titles itself. A new one gets a line here and in `address.ts`. */
function Current() {
  const here = view.value;
  switch (here.name) {
    case 'network': return <NetworkView />;
    case 'line': return <CoalitionView key={here.slug} slug={here.slug} />;
    case 'organisation': return <OrganisationView key={here.slug} slug={here.slug} />;
    case 'unknown': return <NotFound />;
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
