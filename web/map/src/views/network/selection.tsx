import { linkHere, linkTo } from '../../address';
import { Mark } from '../../parts/mark';
import { number } from '../../words/format';
import { kindOf } from './kind';
import type { Item, Model } from './model';
import { texts } from './words';

/** What is selected: what it is, whom it is tied to, and the way to its page. */
export function Selection({ item, model, visible }: { item: Item | null; model: Model; visible: ReadonlySet<string> }) {
  const said = texts.value;
  if (item === null) {
    return (
      <aside class="selection" aria-label={said.selected}>
        <p>{said.gone}</p>
        <a class="button" href={linkHere({ select: null })}>
          {said.deselect}
        </a>
      </aside>
    );
  }
  const tied = [...(model.neighbours.get(item.id) ?? [])].flatMap((id) => model.byId.get(id) ?? []);
  const neighbours = tied.filter((one) => visible.has(one.id)).sort((one, other) => other.degree - one.degree);
  return (
    <aside class="selection" aria-label={said.selected}>
      <div>
        <h2>
          <Mark of={item.look} /> <bdi>{item.name}</bdi>
        </h2>
        <p class="soft">{kindOf(item)}</p>
        {!visible.has(item.id) && <p>{said.hidden}</p>}
      </div>
      <p>
        {said.links}: {number(item.degree)}
      </p>
      <div class="actions">
        {(item.noun === 'organisation' || item.noun === 'line') && (
          <a class="button primary" href={linkTo({ name: item.noun, slug: item.slug })}>
            {said.open}
          </a>
        )}{' '}
        <a class="button" href={linkHere({ select: null })}>
          {said.deselect}
        </a>
      </div>
      {neighbours.length > 0 && (
        <div>
          <h3>
            {said.neighbours} <span class="count">({number(neighbours.length)})</span>
          </h3>
          <ul class="plain neighbours">
            {neighbours.slice(0, 100).map((one) => (
              <li key={one.id}>
                <a href={linkHere({ select: `${one.noun}/${one.slug}` })}>
                  <Mark of={one.look} /> <bdi>{one.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </aside>
  );
}
