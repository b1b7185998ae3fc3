import { linkHere } from '../../address';
import { Mark } from '../../parts/mark';
import type { Model } from './model';
import { texts } from './words';

/** The path that the address draws on the map, in words. */
export function Route({ of, model }: { of: readonly string[]; model: Model }) {
  const said = texts.value;
  return (
    <div class="notice calm">
      <ol class="plain route" aria-label={said.route}>
        {of.map((id) => {
          const item = model.byId.get(id);
          return (
            <li key={id}>
              {item === undefined ? said.unknownStep : (
                <a href={linkHere({ select: `${item.noun}/${item.slug}` })}>
                  <Mark of={item.look} /> <bdi>{item.name}</bdi>
                </a>
              )}
            </li>
          );
        })}
      </ol>
      <a href={linkHere({ route: [] })}>{said.hideRoute}</a>
    </div>
  );
}
