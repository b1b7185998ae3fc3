import { inBoth } from '../../../words';
import type { FieldName, Noun } from '../shape';

/** What helps with a field of something, where its word does not say it all. */
type Helps = Partial<Record<Noun, Partial<Record<FieldName, string>>>>;

const nl: Helps = {
  Target: { organisation: 'Vul een van de drie in: organisatie, persoon of overleg.' },
  Assessment: { date: 'Leeg is vandaag.' },
  DecisionStage: { opensDaysBefore: 'Leeg is zoals gebruikelijk.', closesDaysBefore: 'Leeg is zoals gebruikelijk.' },
  ContactMoment: { status: 'Alleen om te verbeteren wat verkeerd was vastgelegd.', position: 'Waarmee we naar buiten kwamen over dit onderwerp.' },
};

const en: Helps = {
  Target: { organisation: 'Fill in one of the three: organisation, person or body.' },
  Assessment: { date: 'Empty is today.' },
  DecisionStage: { opensDaysBefore: 'Empty is as usual.', closesDaysBefore: 'Empty is as usual.' },
  ContactMoment: { status: 'Only to mend what was recorded wrongly.', position: 'What we said of this topic.' },
};

export const helps = inBoth({ nl, en });
