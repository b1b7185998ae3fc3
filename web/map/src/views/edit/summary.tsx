import { labelOf } from './field';
import type { Field } from './shape';
import { type Errors, idOf } from './wiring';
import { texts } from './words';

/** All that is wrong, on top, each leading to its field. */
export function Summary({ errors, fields }: { errors: Errors; fields: Field[] }) {
  if (errors.size === 0) return null;
  return (
    <div class="failed wrongs" role="alert" tabIndex={-1}>
      <strong>{texts.value.wrongs(errors.size)}</strong>
      <ul class="plain">
        {[...errors].map(([at, message]) => {
          const path = at.split('.');
          const field = fields.find(({ name }) => name === path[0]);
          return (
            <li key={at}>
              {field === undefined || labelOf(field) === '' ? message : (
                <>
                  <button type="button" class="link" onClick={() => lead(path)}>
                    {labelOf(field)}
                  </button>
                  : {message}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** To the field of the path, or to what stands around it. */
function lead(path: string[]): void {
  for (let end = path.length; end > 0; end -= 1) {
    const field = document.getElementById(idOf(path.slice(0, end))) ?? document.querySelector<HTMLElement>(`[id^="${idOf(path.slice(0, end))}-"]:not(p)`);
    if (field === null) continue;
    field.closest('details')?.setAttribute('open', '');
    return field.focus();
  }
}
