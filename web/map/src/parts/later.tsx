import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { recoveries } from '../api/live';
import { Failed, Loading } from './states';
import { useTitle } from './title';

/** A part of the page that comes when it is wanted, once; after a failure it is asked for again. */
export interface Part<Loaded> {
  now: () => Loaded | null;
  load: () => Promise<void>;
}

export function part<Loaded>(load: () => Promise<Loaded>): Part<Loaded> {
  let loaded: Loaded | null = null;
  let loading: Promise<void> | null = null;
  const begin = async () => {
    try {
      loaded = await load();
    } finally {
      loading = null;
    }
  };
  return { now: () => loaded, load: () => (loaded === null ? (loading ??= begin()) : Promise.resolve()) };
}

/** Loads a part, and tries again when the connection recovers. */
export function usePart<Loaded>(of: Part<Loaded>): { loaded: Loaded | null; failed: boolean; again: () => void } {
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const loaded = of.now();
  useEffect(() => {
    // What counts is what was shown: it may have come since.
    if (loaded !== null) return;
    let gone = false;
    setFailed(false);
    of.load().then(
      () => gone || setAttempt((count) => count + 1),
      () => gone || setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [attempt, recoveries.value]);
  return { loaded, failed, again: () => setAttempt((count) => count + 1) };
}

/**
 * A view that comes when somebody first goes there, so that the first page stays small.
 *
 * `title`: what the page is called as long as it is not there.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, title?: () => string): ComponentType<Props> {
  const view = part(load);
  return function Later(props: Props) {
    const { loaded: View, failed, again } = usePart(view);
    if (View !== null) return <View {...props} />;
    return (
      <>
        {title !== undefined && <Title of={title()} />}
        {failed ? <Failed failure={{ kind: 'unreachable' }} again={again} /> : <Loading />}
      </>
    );
  };
}

function Title({ of }: { of: string }) {
  useTitle(of);
  return <h1 class="hidden-visually">{of}</h1>;
}
