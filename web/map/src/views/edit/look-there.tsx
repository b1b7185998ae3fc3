import { state } from '../../address';
import { isSlug } from '../../settings';
import { keeping } from '../../words/keeping';
import { shownAs } from './named';
import { linkBackToDesk, linkToEdit } from './place';
import { type Verb, isNamed, subjectOf } from './shape';
import { texts } from './words';

/** To where one sees whether a change was recorded: the desk, or all that is recorded of whom it is about. */
export function LookThere({ verb, desk }: { verb: Verb; desk: boolean }) {
  const { of, select } = state.value;
  const about = subjectOf(verb)?.kind;
  const named = of !== null && isSlug(of) && about?.is === 'reference' && isNamed(about.to) ? `${shownAs[about.to]}/${of}` : null;
  const shown = select ?? named;
  return (
    <a class="button" href={desk ? linkBackToDesk() : linkToEdit({ select: shown })}>
      {desk || shown !== null ? keeping.value.look : texts.value.all}
    </a>
  );
}
