import type { ComponentChildren } from 'preact';
import { signedIn } from '../api/session';
import type { FrameQuery } from '../generated/graphql';
import { keeping } from '../words/keeping';
import { useFrame } from './frame';
import { Empty, Failed, Loading, SignInFirst } from './states';

type Viewer = FrameQuery['viewer'];

/** What only some may see: shown to them, and to others what they can do about it. */
export function For({ who, children }: { who: (viewer: Viewer) => boolean; children: (viewer: Viewer) => ComponentChildren }) {
  const { data, failure, again } = useFrame();
  if (data === null) return failure === null ? <Loading /> : <Failed failure={failure} again={again} />;
  if (who(data.viewer)) return <>{children(data.viewer)}</>;
  return signedIn.value ? <Empty title={keeping.value.notAllowed} help={keeping.value.notAllowedHelp} /> : <SignInFirst />;
}
