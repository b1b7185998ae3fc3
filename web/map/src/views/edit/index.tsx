import { state } from '../../address';
import { useArrival } from '../../parts/arrival';
import { later } from '../../parts/later';
import { For } from '../../parts/sign-in';
import { NotFound } from '../../parts/states';
import { AboutOne } from './about';
import { Chooser } from './chooser';
import { typedBy } from './kept';
import { OneChange } from './one';
import { verbAt } from './shape';
import './edit.css';

const Import = later(async () => (await import('./import')).Import);

/** Changing facts, for those who may: what one can do, or the one thing that the address names. */
export function EditView() {
  return <For who={(viewer) => viewer.mayEdit}>{(viewer) => <Inside who={viewer.name ?? ''} />}</For>;
}

function Inside({ who }: { who: string }) {
  typedBy(who);
  const { form, select } = state.value;
  useArrival(`${form} ${form === null ? select : ''}`);
  if (form === null) return select === null ? <Chooser /> : <AboutOne key={select} select={select} />;
  if (form === 'import') return <Import />;
  const verb = verbAt(form);
  return verb === null ? <NotFound /> : <OneChange key={verb} verb={verb} />;
}
