import { count } from '../../../words/count';
import type { nl } from './nl';

const small = (noun: string) => noun.charAt(0).toLowerCase() + noun.slice(1);

export const en: typeof nl = {
  title: 'Edit', lead: 'What do you want to record or change?', find: 'Find a change', findHint: 'For instance: commitment, seat, merge', findHintOfDesk: 'For instance: target, talk, tie', noneFound: 'Nothing found. Try another word.', found: (n) => count(n, '1 change', `${n} changes`),
  all: 'All changes', importing: 'Read a file', importingHelp: 'Workbook, zip or JSON: a trial first, then apply.',
  groups: {
    takingPart: 'Who takes part, and with what', organisations: 'Organisations', governance: 'Bodies and people', programme: 'Programme', agreements: 'Agreements and decisions', network: 'Network, documents and rules',
    agenda: 'Agenda of public affairs', talks: 'Talks and contacts',
  },
  shortly: { correct: 'change', remove: 'remove' },
  record: (noun) => `Record ${small(noun)}`, correct: (noun) => `Change ${small(noun)}`, remove: (noun) => `Remove ${small(noun)}`,
  verbs: {
    pledgeCommitment: 'Record a commitment', declineCommitment: 'Record a refusal', ratifyCommitment: 'Ratify a commitment', realiseCommitment: 'A commitment was delivered', withdrawCommitment: 'Withdraw a commitment',
    leaveNetwork: 'A partner leaves', joinNetwork: 'A partner joins', leaveGroup: 'An organisation leaves a group', joinGroup: 'An organisation joins a group', endSeat: 'End a seat', grantSeat: 'Grant a seat',
    mergeOrganisations: 'Merge two organisations', signAgreement: 'Record a signature', placeInitiative: 'Give an initiative its place',
    putOnAgenda: 'Put a topic on the agenda', recordTarget: 'Add a target', assessTarget: 'Judge a target', recordDecisionMoment: 'Add a decision of others', recordDecisionStage: 'Add a stage of a decision',
    cancelContact: 'Call off a talk', correctContact: 'Correct a talk', recordFollowUp: 'Add an action',
  },
  also: {
    correctOrganisation: 'end rename edit', mergeOrganisations: 'duplicate', registerOrganisation: 'add new company municipality school', pledgeCommitment: 'promise participation money intention',
    declineCommitment: 'refuse no', ratifyCommitment: 'council approve', withdrawCommitment: 'stop take back', recordContribution: 'money budget hours', joinNetwork: 'partnership member', leaveNetwork: 'end partnership',
    recordStatement: 'quotation goal', recordDocument: 'source file', recordMilestone: 'date schedule', signAgreement: 'signing covenant', recordDecision: 'council adopt',
    putOnAgenda: 'lobby new', assessTarget: 'assess influence interest stance', declareTie: 'relation know network', recordPersonContact: 'telephone e-mail', recordPreference: 'inform channel', correctContact: 'change move',
  },
  correctHelp: 'Only what you change is recorded. What you empty is empty then.', removeHelp: 'Removing is for what was never so. What only ended has an end date.', mergeHelp: 'Everything that points at the duplicate will point at the one that stays. This cannot be undone.',
  whose: 'On whose word, and why', whoseHelp: 'Every change has a source. The reason goes into the journal.', sourceNow: 'Take the source that it has now', more: 'Confidence, audience and note',
  moreOfDesk: 'Confidence and note', whoseOfDesk: 'Source and reason', whoseOfDeskHelp: 'For what only the desk sees your own word counts when there is no source. The reason goes into the journal.', onBehalf: 'On behalf of', seenBy: 'Empty: the desk of all partners, and never more people than may see what it is about.', backToDesk: 'Back to the desk', backToTarget: 'Back to the target',
  optional: '(optional)', choose: 'Choose …', chooseThis: 'Choose', chooseOther: 'Choose another', yes: 'Yes', no: 'No', add: (what) => `Add: ${small(what)}`, drop: (what) => `Take away: ${small(what)}`, one: 'Choose one', what: 'What is it about?', pick: 'First choose what it is about.', chooseAbout: 'About whom or what?', listed: 'What is recorded', noneListed: (noun) => `No ${small(noun)} is recorded here.`, byAddress: 'This is only found from where it is shown.', narrow: 'Search the list', gone: 'Somebody removed this meanwhile. What you typed is still here.', goneAsAsked: 'This was removed. What you sent arrived, or somebody else was first.', notThere: 'What the address names is not there, or no longer. Choose something else.',
  dayHelp: 'Year, month or day: 2026, 2026-03 or 2026-03-14. Put ~ behind it when it is about then.', slugHelp: 'Small letters, digits and dashes. It does not change later.', reads: (text) => `That is: ${text}`,
  unitHelp: 'EUR, fte or hour', perHelp: 'Leave empty for once', amountHelp: 'For instance 250,000.50',
  wrong: { noDay: 'There is no such day.', day: 'Fill in a date: 2026, 2026-03 or 2026-03-14.', address: 'Fill in a web address that begins with https://.', required: 'Fill this in.', whole: 'Fill in a whole number, 0 or more.', amount: 'Fill in a number.', chosen: 'Choose a name from the list.' },
  wrongs: (n) => count(n, 'Something is not right', `${n} things are not right`), nothing: 'Nothing was changed.',
  save: 'Record', saveCorrection: 'Record the change', saveRemoval: 'Remove', saves: { cancelContact: 'Call off', mergeOrganisations: 'Merge' }, saving: 'Recording …', cancel: 'Clear what I typed',
  done: 'Recorded', revision: (n) => `Revision ${n} of the network.`, look: (name) => `Look at ${name}`, again: 'Once more', adjust: 'Change this', undo: 'Put back as it was', undoHelp: 'The form is ready with what stood there; you record it yourself.', takeAway: 'Remove this again', moved: 'What changed by it', stands: (line) => `at ${line}`,
  changed: { byOther: (who, when) => `${who} changed this meanwhile (${when}).`, someone: 'Somebody', what: (what) => `Changed: ${what}.`, calm: 'What you typed stays.', show: 'Show what is there now', removed: 'Somebody removed this meanwhile.' },
  conflict: { title: 'Somebody else was first', help: 'Nothing is recorded yet. Choose for each field what it becomes, then record it. Fields that you left alone already stand as they are now.', other: 'Something that has to do with this was changed meanwhile. Look at it, and record it then.', perhapsTitle: 'Perhaps recorded already', perhapsOwn: 'Something was changed since you sent this without an answer. It may have been you: look, and record it only when it is not there yet.', field: 'Field', before: 'It said', now: 'It says now', yours: 'You typed', take: 'Take over', keep: 'Keep mine', kept: 'yours stays', taken: 'taken over', empty: 'empty', untouched: 'not changed', done: 'Go on' },
  about: { title: (name) => `Edit: ${name}`, lead: 'What is recorded, and what you can do with it.', todo: 'Record or change', none: 'Nothing is recorded yet.', actions: (what) => `Changes of ${what}` },
};
