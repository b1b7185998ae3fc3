import { codes } from '../../words';
import type { Item } from './model';

/** What a node is, in words. */
export function kindOf(item: Item): string {
  if (item.helix === null || item.noun !== 'organisation') return codes.value.noun[item.noun];
  const layer = item.layer === null ? '' : ` · ${codes.value.oneLayer[item.layer].toLowerCase()}`;
  return `${codes.value.helix[item.helix]}${layer}`;
}
