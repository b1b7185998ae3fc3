import { state } from '../../address';
import { useArrival } from '../../parts/arrival';
import { later } from '../../parts/later';
import { For } from '../../parts/for';
import { NotFound } from '../../parts/states';
import { words } from '../../words';
import { AboutOne } from './about';
import { mayDo } from './catalogue';
import { Chooser } from './chooser';
import { OneChange } from './one';
import { verbAt } from './shape';
import './edit.css';

const Import = later(async () => (await import('./import')).Import);

/** Changing facts, for those who may: what one can do, or the one thing that the address names. */
export function EditView() {
  return <For title={words.value.sections.edit} who={(viewer) => viewer.mayEdit || viewer.mayPlanContacts}>{() => <Inside />}</For>;
}

function Inside() {
  const { form, select } = state.value;
  useArrival(`${form} ${form === null ? select : ''}`);
  if (form === null) return select === null ? <Chooser /> : <AboutOne key={select} select={select} />;
  if (form === 'import') return <For title={words.value.sections.edit} who={(viewer) => viewer.mayEdit}>{() => <Import />}</For>;
  const verb = verbAt(form);
  if (verb === null) return <NotFound />;
  return <For title={words.value.sections.edit} who={(viewer) => mayDo(viewer, verb)}>{() => <OneChange key={verb} verb={verb} />}</For>;
}
