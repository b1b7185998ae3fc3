import { useState } from 'preact/hooks';
import { change, go, linkToNoun, view, viewArguments } from '../address';
import { words } from '../words';
import { Combobox, type Found, nounOf } from './combobox';

/** Search through the whole network, to go to what was found. */
export function Search() {
  const said = words.value.search;
  const [text, setText] = useState('');
  const { validAt, knownAt, minConfidence } = viewArguments.value;
  const choose = (one: Found) => {
    setText('');
    arrive(one);
  };
  return (
    <div class="search" role="search">
      <Combobox label={said.label} within={{ validAt, knownAt, minConfidence }} text={text} typed={setText} choose={choose} field={{ 'aria-label': said.label, placeholder: said.hint }} />
    </div>
  );
}

/** On the map a find is selected; elsewhere it is opened where most is told of it. */
function arrive(at: Found): void {
  const noun = nounOf(at);
  if (noun === null || !('slug' in at.node)) return;
  const { slug } = at.node;
  if (view.value.name === 'network') change({ select: `${noun}/${slug}` });
  else go(linkToNoun(noun, slug));
}
