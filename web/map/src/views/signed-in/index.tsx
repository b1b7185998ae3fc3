import { useEffect, useState } from 'preact/hooks';
import { go, linkTo } from '../../address';
import { arrive, wayBack } from '../../api/oidc';
import { signedIn } from '../../api/session';
import { Empty, Loading } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { words } from '../../words';

/** Where the provider sends people back to: on to where they came from, or why not. */
export function SignedInView() {
  const said = words.value.sign;
  const [failed, setFailed] = useState(false);
  useTitle(said.in);
  useEffect(() => {
    const answer = new URL(location.href);
    // A code works once, and does not belong in what one shares.
    history.replaceState(null, '', answer.pathname);
    arrive(answer).then(
      (back) => go(back, 'replace'),
      () => setFailed(true),
    );
  }, []);
  // Who signs in here after all, by a token, goes on as well.
  const other = failed && signedIn.value;
  useEffect(() => {
    if (other) go(wayBack(), 'replace');
  }, [other]);
  if (!failed) return <Loading />;
  return (
    <Empty title={<h1>{said.failed}</h1>} help={said.failedHelp}>
      <a class="button primary" href={linkTo({ name: 'network' })}>
        {words.value.states.toMap}
      </a>
    </Empty>
  );
}
