import { useState } from 'preact/hooks';
import { useFrame } from '../../parts/frame';
import { useTitle } from '../../parts/title';
import { useCatalogue } from './catalogue';
import { Entries } from './entries';
import { linkBackToDesk, linkToEdit } from './place';
import { nouns, texts } from './words';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Everything that one can do, by what one wants; a word narrows it. */
export function Chooser() {
  const said = texts.value;
  useTitle(said.title);
  const [text, setText] = useState('');
  const wanted = plain(text.trim()).split(/\s+/);
  const viewer = useFrame().data?.viewer;
  const groups = useCatalogue()
    .map(({ group, entries }) => ({
      group,
      entries: entries.filter(({ verb, title, noun }) => {
        const told = plain(`${title} ${nouns.value[noun]} ${said.groups[group]} ${said.also[verb] ?? ''}`);
        return wanted.every((word) => told.includes(word));
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <article class="page edit">
      <header>
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
        <div class="finder">
          <label for="find-change">{said.find}</label>
          <input id="find-change" type="search" autocomplete="off" placeholder={viewer?.mayEdit === true ? said.findHint : said.findHintOfDesk} value={text} onInput={(event) => setText(event.currentTarget.value)} />
          <span class="soft small" role="status">
            {text.trim() === '' ? '' : said.found(count)}
          </span>
        </div>
        {viewer?.mayEdit === true && (
          <p>
            <a class="button" href={linkToEdit({ form: 'import' })}>
              {said.importing}
            </a>{' '}
            <span class="soft small">{said.importingHelp}</span>
          </p>
        )}
        {viewer?.mayPlanContacts === true && (
          <p>
            <a href={linkBackToDesk()}>{said.backToDesk}</a>
          </p>
        )}
      </header>
      {groups.length === 0 && <p>{said.noneFound}</p>}
      <div class="groups">
        {groups.map(({ group, entries }) => (
          <section key={group} class="panel" aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{said.groups[group]}</h2>
            <Entries of={entries} brief />
          </section>
        ))}
      </div>
    </article>
  );
}
