import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../api/answer';
import { ask } from '../api/client';
import { type Failure, wantsSignIn } from '../api/failure';
import { authorization, lapsed, signIn, signOut, signedIn } from '../api/session';
import { SignInDocument, ViewerDocument } from '../generated/graphql';
import { words } from '../words';
import { useFrame } from './frame';
import { asking } from './signing-in';
import { Failed } from './states';

/** Says that somebody was signed out by the server, not by themselves. */
export function Lapsed() {
  const said = words.value.sign;
  if (!lapsed.value) return null;
  return (
    <div class="notice">
      <span>{said.lapsed}</span>
      <button type="button" onClick={() => (asking.value = true)}>
        {said.in}
      </button>
    </div>
  );
}

/** Signs in, or tells who is and lets them out. */
export function SignIn() {
  const said = words.value.sign;
  const viewer = useFrame().data?.viewer ?? null;
  if (!signedIn.value) {
    return (
      <button type="button" onClick={() => (asking.value = true)}>
        {said.in}
      </button>
    );
  }
  return (
    <>
      <bdi class="viewer" title={said.as(viewer?.name ?? said.someone)}>
        {viewer?.name ?? said.someone}
      </bdi>
      <button type="button" onClick={signOut}>
        {said.out}
      </button>
    </>
  );
}

/** Where somebody signs in, opened by any of the buttons that ask for it. */
export function SignInDialog() {
  return asking.value ? <Dialog /> : null;
}

function Dialog() {
  const said = words.value.sign;
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [token, setToken] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  // Who closes the dialog is not signed in by what was on its way.
  const [closed] = useState(() => new AbortController());
  useEffect(() => {
    box.current?.showModal();
    return () => closed.abort();
  }, []);
  const asked = useAnswer(SignInDocument, {});
  // Where nobody is answered who has not signed in, the refusal says where they do.
  const provider = asked.data?.server.signIn ?? (asked.failure?.kind === 'refused' ? asked.failure.signIn : null) ?? null;

  const goToProvider = async () => {
    if (provider === null || waiting) return;
    setFailure(null);
    setWaiting(true);
    try {
      const { leave } = await import('../api/oidc');
      await leave(provider, closed.signal);
    } catch {
      if (closed.signal.aborted) return;
      setFailure({ kind: 'unreachable' });
      setWaiting(false);
    }
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (waiting) return;
    setFailure(null);
    // A header holds no other characters, and no token has them.
    const given = token.trim().replace(/^bearer\s+/i, '');
    if (given === '') return setWrong(said.none);
    if (!/^[\x21-\x7e]+$/.test(given)) return setWrong(said.mistaken);
    setWrong(null);
    setWaiting(true);
    const answer = await ask(ViewerDocument, {}, closed.signal, authorization(given)).catch((error: unknown) => {
      if (closed.signal.aborted) return null;
      throw error;
    });
    if (answer === null || closed.signal.aborted) return;
    setWaiting(false);
    if (answer.failure !== null) return wantsSignIn(answer.failure) ? setWrong(said.mistaken) : setFailure(answer.failure);
    asking.value = false;
    signIn(given);
    // The button that opened this goes with it: one goes on in what one sees now, once it stands there.
    setTimeout(() => document.getElementById('content')?.focus({ preventScroll: true }));
  };

  return (
    <dialog ref={box} aria-labelledby={`${id}-title`} onClose={() => (asking.value = false)}>
      <form class="form" onSubmit={(event) => void submit(event)} noValidate>
        <h2 id={`${id}-title`}>{said.in}</h2>
        {provider !== null && (
          <>
            <button type="button" class="primary" aria-disabled={waiting} onClick={() => void goToProvider()}>
              {said.elsewhere}
            </button>
            <p>{said.or}</p>
          </>
        )}
        <label for={id}>{said.token}</label>
        <input
          id={id}
          type="password"
          autocomplete="off"
          autofocus
          required
          aria-describedby={`${id}-help ${id}-wrong`}
          aria-invalid={wrong !== null}
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        <p id={`${id}-wrong`} class="wrong" role="alert">
          {wrong}
        </p>
        <p id={`${id}-help`} class="help">
          {said.help}
        </p>
        {failure !== null && <Failed failure={failure} />}
        <div class="actions">
          <button class="primary" aria-disabled={waiting}>
            {said.in}
          </button>
          <button type="button" onClick={() => box.current?.close()}>
            {said.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
