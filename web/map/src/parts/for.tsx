import type { ComponentChildren } from 'preact';
import { signedIn } from '../api/session';
import type { FrameQuery } from '../generated/graphql';
import { keeping } from '../words/keeping';
import { useFrame } from './frame';
import { Empty, Failed, Loading, SignInFirst } from './states';
import { useTitle } from './title';

type Viewer = FrameQuery['viewer'];

interface Guarding {
  who: (viewer: Viewer) => boolean;
  /** What the page is called for who may not see it, where all of it is only for some. */
  title?: string;
  children: (viewer: Viewer) => ComponentChildren;
}

/** What only some may see: shown to them, and to others what they can do about it. */
export function For({ who, title, children }: Guarding) {
  const { data, failure, again } = useFrame();
  if (data !== null && who(data.viewer)) return <>{children(data.viewer)}</>;
  const instead = data !== null ? <NotForYou /> : failure === null ? <Loading /> : <Failed failure={failure} again={again} />;
  return title === undefined ? instead : <Titled title={title}>{instead}</Titled>;
}

function NotForYou() {
  return signedIn.value ? <Empty title={keeping.value.notAllowed} help={keeping.value.notAllowedHelp} /> : <SignInFirst />;
}

function Titled({ title, children }: { title: string; children: ComponentChildren }) {
  useTitle(title);
  return (
    <article class="page">
      <h1>{title}</h1>
      {children}
    </article>
  );
}
