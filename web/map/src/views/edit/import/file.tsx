import { useState } from 'preact/hooks';
import { number } from '../../../words/format';
import { ENDINGS } from './send';
import { texts } from './words';

/** Chooses a file, or takes one that is dropped. */
export function ChooseFile({ file, wrong, chosen }: { file: File | null; wrong: string | null; chosen: (file: File) => void }) {
  const said = texts.value;
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer?.files[0];
    if (dropped !== undefined) chosen(dropped);
  };
  return (
    <div class={over ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <input
        id="import-file"
        class="hidden-visually"
        type="file"
        accept={ENDINGS.join(',')}
        aria-describedby="import-chosen import-wrong"
        aria-invalid={wrong !== null}
        onChange={(event) => {
          const picked = event.currentTarget.files?.[0];
          // The same file, mended, may be chosen once more.
          event.currentTarget.value = '';
          if (picked !== undefined) chosen(picked);
        }}
      />
      <label for="import-file" class="button">
        {said.choose}
      </label>
      <p id="import-chosen" class={file === null ? 'soft' : undefined}>
        {file === null ? said.none : (
          <>
            <strong>
              <bdi>{file.name}</bdi>
            </strong>{' '}
            <span class="soft">({size(file.size)})</span>
          </>
        )}
      </p>
      <p id="import-wrong" class="wrong" role="alert">
        {wrong}
      </p>
    </div>
  );
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${number(Math.max(bytes / 1_000, 0.1), 1)} kB` : `${number(bytes / 1_000_000, 1)} MB`;
}
