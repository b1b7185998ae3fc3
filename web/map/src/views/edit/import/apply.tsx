import { useState } from 'preact/hooks';
import type { Mode } from './send';
import { texts } from './words';

/** Applies what was tried. What makes rows go has to be confirmed by a word. */
export function Apply({ mode, removed, busy, apply }: { mode: Mode; removed: number; busy: boolean; apply: (reason: string) => void }) {
  const said = texts.value;
  const [reason, setReason] = useState('');
  const [word, setWord] = useState('');
  const [wrong, setWrong] = useState(false);
  const confirms = mode === 'replace';
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const mistaken = confirms && word.trim() !== said.word;
    setWrong(mistaken);
    if (mistaken) document.getElementById('import-confirm')?.focus();
    else apply(reason.trim());
  };
  return (
    <form class="panel form" aria-labelledby="apply" onSubmit={submit} noValidate>
      <h2 id="apply">{said.apply}</h2>
      <div class="field">
        <label for="import-reason">{said.reason}</label>
        <input id="import-reason" type="text" aria-describedby="import-reason-help" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        <p id="import-reason-help" class="help">
          {said.reasonHelp}
        </p>
      </div>
      {confirms && (
        <div class="field">
          <p id="import-confirm-help">
            <strong>{said.confirm(removed)}</strong>
          </p>
          <label for="import-confirm">{said.confirmField}</label>
          <input
            id="import-confirm"
            type="text"
            autocomplete="off"
            aria-describedby="import-confirm-help import-confirm-wrong"
            aria-invalid={wrong}
            value={word}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
          <p id="import-confirm-wrong" class="wrong" role="alert">
            {wrong ? said.confirmWrong : ''}
          </p>
        </div>
      )}
      <div class="actions">
        <button class="primary" aria-disabled={busy}>
          {confirms ? said.applyReplace : said.applyMerge}
        </button>
      </div>
    </form>
  );
}
