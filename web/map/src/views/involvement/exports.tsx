import { useState } from 'preact/hooks';
import { save } from '../../parts/save';
import type { Column, Row } from './model';
import { draw, png, svg } from './picture';
import { filtersSaid } from './filters-said';
import { asTable, csv } from './tables';
import { workbook } from './workbook';
import { texts } from './words';

/** The table as it is shown, to take along. It is made here: the server knows nothing of these filters and this order. */
export function Exports({ columns, rows, day }: { columns: readonly Column[]; rows: readonly Row[]; day: string }) {
  const said = texts.value;
  const [failed, setFailed] = useState(false);
  const name = (extension: string) => `${said.fileName}-${day}.${extension}`;
  const savePicture = async () => {
    const picture = await png(draw(columns, rows, day, filtersSaid(columns)));
    setFailed(picture === null);
    if (picture !== null) save(picture, name('png'));
  };
  return (
    <section class="panel take" aria-labelledby="take">
      <h2 id="take">{said.take}</h2>
      <p class="help">{said.takeHelp}</p>
      <div class="actions">
        <button type="button" onClick={() => save(new Blob([svg(draw(columns, rows, day, filtersSaid(columns)))], { type: 'image/svg+xml' }), name('svg'))}>
          {said.svg}
        </button>
        <button type="button" onClick={() => void savePicture()}>
          {said.png}
        </button>
        <button type="button" onClick={() => save(new Blob([csv(asTable(columns, rows))], { type: 'text/csv;charset=utf-8' }), name('csv'))}>
          {said.csv}
        </button>
        <button
          type="button"
          onClick={() =>
            save(new Blob([workbook(said.title, asTable(columns, rows))], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }), name('xlsx'))
          }
        >
          {said.xlsx}
        </button>
      </div>
      <p role="alert" class="wrong">
        {failed ? said.failed : ''}
      </p>
    </section>
  );
}
