import type { ComponentChildren } from 'preact';
import { Outside, Period, Sources, safeLink } from '../../parts/evidence';
import { Organisation } from '../../parts/named';
import { codes, words } from '../../words';
import { number } from '../../words/format';
import type { AnsweredOrganisation } from '.';
import { texts } from './words';

/** What an organisation is, as a list of words and what is said of each. */
export function Facts({ of }: { of: AnsweredOrganisation }) {
  const said = texts.value;
  const names = of.otherNames.filter((other) => other.name !== of.name);
  return (
    <dl class="facts-list">
      <Fact name={said.partner}>
        {of.partnership === null ? (
          said.notPartner
        ) : (
          <>
            <Period since={of.partnership.since} until={of.partnership.until} />
            <Sources of={of.partnership.sources} />
          </>
        )}
      </Fact>
      {of.takesPartInBase && <Fact name={said.base}>{said.baseHelp}</Fact>}
      {of.layer !== null && <Fact name={words.value.standing.layer}>{codes.value.oneLayer[of.layer]}</Fact>}
      {of.inhabitants !== null && <Fact name={said.inhabitants}>{number(of.inhabitants)}</Fact>}
      {of.parent !== null && (
        <Fact name={said.parent}>
          <Organisation of={of.parent} />
        </Fact>
      )}
      {of.territory !== null && (
        <Fact name={said.territory}>
          <Organisation of={of.territory} />
        </Fact>
      )}
      {names.length > 0 && (
        <Fact name={said.otherNames}>
          <ul class="plain">
            {names.map((other) => (
              <li key={other.id}>
                <bdi>{other.name}</bdi>{' '}
                {(other.since !== null || other.until !== null) && (
                  <span class="soft small">
                    <Period since={other.since} until={other.until} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {of.identifiers.length > 0 && (
        <Fact name={said.numbers}>
          <ul class="plain">
            {of.identifiers.map((identifier) => (
              <li key={identifier.id}>
                <bdi>
                  {identifier.scheme} {identifier.value}
                </bdi>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {of.contacts.length > 0 && (
        <Fact name={said.contacts}>
          <ul class="plain">
            {of.contacts.map((contact) => {
              const href = safeLink(contact.value);
              const value = <bdi>{contact.value}</bdi>;
              return <li key={contact.id}>{href === null ? value : <Outside href={href}>{value}</Outside>}</li>;
            })}
          </ul>
        </Fact>
      )}
      <Fact name={words.value.evidence.confidence}>{codes.value.confidence[of.confidence]}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
