import { linkTo } from '../address';
import { words } from '../words';
import { useFrame } from './frame';

/** To what is recorded about something and what can be done with it, for those who may: `of` is `organisation/gemeente-zwolle`. */
export function EditLink({ of }: { of: string }) {
  if (useFrame().data?.viewer.mayEdit !== true) return null;
  return (
    <a class="button" href={linkTo({ name: 'edit' }, { select: of })}>
      {words.value.sections.edit}
    </a>
  );
}
