import { state, viewArguments } from '../../address';
import { type Asked, useAnswer } from '../../api/answer';
import type { Pages } from '../../api/pages';
import { useWhole } from '../../api/whole';
import { type DeskTalksQuery, DeskAgendaDocument, DeskTalksDocument } from '../../generated/graphql';
import { type Item, type TalkHeld, itemsOf } from './agenda-items';

/** All that is coming or late, the talks that were held, and on which day it is asked. */
export interface Agenda {
  items: Item[];
  held: TalkHeld[];
  today: string;
}

const talksOf = (data: DeskTalksQuery) => data.network.publicAffairs?.contactMoments ?? null;

/** What is coming and what is late; `talks` are the lists that it is made of, in case one is longer than is asked for by itself. */
export function useAgenda(): Asked<Agenda> & { talks: Pages<unknown>[] } {
  const asked = useAnswer(DeskAgendaDocument, viewArguments.value);
  const planned = useWhole(DeskTalksDocument, { status: 'PLANNED', ...viewArguments.value }, talksOf);
  const held = useWhole(DeskTalksDocument, { status: 'HELD', ...viewArguments.value }, talksOf);
  const all = [asked, planned, held];
  const network = asked.data?.network ?? null;
  const here = network !== null && planned.first !== null && held.first !== null;
  const affairs = network?.publicAffairs ?? null;
  const items = affairs === null ? [] : itemsOf({ ...affairs, planned: planned.nodes, held: held.nodes }, network?.validAt ?? '', state.value.topic);
  const failed = all.find(({ failure }) => failure !== null);
  return {
    data: here ? { items, held: held.nodes, today: network.validAt } : null,
    // Of what is coming, nothing old is shown.
    before: null,
    failure: failed?.failure ?? null,
    loading: all.some(({ loading }) => loading),
    again: () => failed?.again(),
    talks: [planned, held],
  };
}
