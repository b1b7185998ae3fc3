import { count } from '../../../words/count';
import type { GroupName } from '../catalogue';
import type { Verb } from '../shape';

const small = (noun: string) => noun.charAt(0).toLowerCase() + noun.slice(1);

export const nl = {
  title: 'Bewerken', lead: 'Wat wilt u vastleggen of wijzigen?', find: 'Zoek een handeling', findHint: 'Bijvoorbeeld: toezegging, zetel, samenvoegen', findHintOfDesk: 'Bijvoorbeeld: doelwit, gesprek, band', noneFound: 'Geen handeling gevonden. Probeer een ander woord.', found: (n: number) => count(n, '1 handeling', `${n} handelingen`),
  all: 'Alle handelingen', importing: 'Een bestand inlezen', importingHelp: 'Werkmap, zip of JSON: eerst een proef, dan pas toepassen.',
  groups: {
    takingPart: 'Wie doet mee, en waarmee', organisations: 'Organisaties', governance: 'Overleg en mensen', programme: 'Programma', agreements: 'Afspraken en besluiten', network: 'Netwerk, documenten en regels',
    agenda: 'Lobbyagenda', talks: 'Gesprekken en contacten',
  } satisfies Record<GroupName, string>,
  shortly: { correct: 'wijzigen', remove: 'verwijderen' },
  record: (noun: string) => `${noun} vastleggen`, correct: (noun: string) => `${noun} wijzigen`, remove: (noun: string) => `${noun} verwijderen`,
  verbs: {
    pledgeCommitment: 'Toezegging vastleggen', declineCommitment: 'Afzegging vastleggen', ratifyCommitment: 'Toezegging bekrachtigen', realiseCommitment: 'Toezegging is geleverd', withdrawCommitment: 'Toezegging intrekken',
    leaveNetwork: 'Partner treedt uit', joinNetwork: 'Partner treedt toe', leaveGroup: 'Organisatie verlaat een groep', joinGroup: 'Organisatie wordt lid van een groep', endSeat: 'Zetel beëindigen', grantSeat: 'Zetel toekennen',
    mergeOrganisations: 'Twee organisaties samenvoegen', signAgreement: 'Handtekening vastleggen', placeInitiative: 'Initiatief een plaats geven',
    putOnAgenda: 'Onderwerp op de agenda zetten', recordTarget: 'Doelwit toevoegen', assessTarget: 'Doelwit beoordelen', recordDecisionMoment: 'Besluit van anderen toevoegen', recordDecisionStage: 'Stap van een besluit toevoegen',
    cancelContact: 'Gesprek afzeggen', correctContact: 'Gesprek verbeteren', recordFollowUp: 'Actie toevoegen',
  } satisfies Partial<Record<Verb, string>>,
  /** Other words by which one looks for it. */
  also: {
    correctOrganisation: 'opheffen beëindigen hernoemen bewerken', mergeOrganisations: 'dubbel fusie', registerOrganisation: 'toevoegen nieuwe bedrijf gemeente school', pledgeCommitment: 'belofte deelname meedoen geld voornemen',
    declineCommitment: 'weigeren nee', ratifyCommitment: 'raadsbesluit goedkeuren', withdrawCommitment: 'stoppen terugtrekken', recordContribution: 'geld budget fte uren', joinNetwork: 'partnerschap lid worden', leaveNetwork: 'partnerschap beëindigen opzeggen',
    recordStatement: 'citaat doelstelling', recordDocument: 'bron bestand', recordMilestone: 'datum planning', signAgreement: 'ondertekenen tekenen convenant', recordDecision: 'raadsbesluit vaststellen',
    putOnAgenda: 'dossier lobby nieuw', assessTarget: 'inschatten invloed belang houding', declareTie: 'relatie kennen netwerk', recordPersonContact: 'telefoon e-mail', recordPreference: 'informeren kanaal', correctContact: 'wijzigen verzetten',
  } as Partial<Record<Verb, string>>,
  correctHelp: 'Alleen wat u verandert wordt vastgelegd. Wat u leegmaakt, is daarna leeg.', removeHelp: 'Verwijderen is voor wat nooit zo was. Wat alleen ophield, krijgt een einddatum.', mergeHelp: 'Alles wat naar de dubbele organisatie verwijst, verwijst daarna naar de organisatie die blijft. Dit is niet terug te draaien.',
  whose: 'Op wiens woord, en waarom', whoseHelp: 'Elke wijziging heeft een bron. De reden komt in het logboek.', sourceNow: 'Neem de bron van nu over', more: 'Zekerheid, zichtbaarheid en opmerking',
  moreOfDesk: 'Zekerheid en opmerking', whoseOfDesk: 'Bron en reden', whoseOfDeskHelp: 'Bij wat alleen de desk ziet geldt zonder bron uw eigen woord. De reden komt in het logboek.', onBehalf: 'Namens', seenBy: 'Leeg: de desk van alle partners, en nooit meer mensen dan mogen zien waar het over gaat.', backToDesk: 'Terug naar de desk', backToTarget: 'Terug naar het doelwit',
  optional: '(niet verplicht)', choose: 'Kies …', chooseThis: 'Kies', chooseOther: 'Kies iets anders', yes: 'Ja', no: 'Nee', add: (what: string) => `Voeg toe: ${small(what)}`, drop: (what: string) => `Haal weg: ${small(what)}`, one: 'Kies er een', what: 'Waarover gaat het?', pick: 'Kies eerst waarover het gaat.', chooseAbout: 'Over wie of wat?', listed: 'Wat is vastgelegd', noneListed: (noun: string) => `Hier is geen ${small(noun)} vastgelegd.`, byAddress: 'Dit is alleen te vinden vanaf waar het getoond wordt.', narrow: 'Zoek in de lijst', gone: 'Iemand heeft dit intussen verwijderd. Wat u typte staat er nog.', goneAsAsked: 'Dit is verwijderd. Wat u verstuurde kwam aan, of iemand anders was u voor.', notThere: 'Wat het adres noemt is er niet (meer). Kies iets anders.',
  dayHelp: 'Jaar, maand of dag: 2026, 3-2026 of 14-3-2026. Zet er ~ achter als het ongeveer is.', slugHelp: 'Kleine letters, cijfers en streepjes. Verandert later niet meer.', reads: (text: string) => `Dat is: ${text}`,
  unitHelp: 'EUR, fte of uur', perHelp: 'Laat leeg voor eenmalig', amountHelp: 'Bijvoorbeeld 250.000,50',
  wrong: { noDay: 'Deze dag bestaat niet.', day: 'Vul een datum in: 2026, 3-2026 of 14-3-2026.', address: 'Vul een webadres in dat met https:// begint.', required: 'Vul dit in.', whole: 'Vul een geheel getal in, 0 of meer.', amount: 'Vul een getal in.', chosen: 'Kies een naam uit de lijst.' },
  wrongs: (n: number) => count(n, 'Er is iets dat niet klopt', `Er zijn ${n} dingen die niet kloppen`), nothing: 'Er is niets gewijzigd.',
  save: 'Vastleggen', saveCorrection: 'Wijziging vastleggen', saveRemoval: 'Verwijderen', saves: { cancelContact: 'Afzeggen', mergeOrganisations: 'Samenvoegen' } as Partial<Record<Verb, string>>, saving: 'Bezig met vastleggen …', cancel: 'Wis wat ik typte',
  done: 'Vastgelegd', revision: (n: number) => `Revisie ${n} van het netwerk.`, look: (name: string) => `Bekijk ${name}`, again: 'Nog een keer', adjust: 'Wijzig dit', undo: 'Zet terug zoals het was', undoHelp: 'Het formulier staat klaar met wat er stond; u legt het zelf weer vast.', takeAway: 'Verwijder dit weer', moved: 'Wat daardoor veranderde', stands: (line: string) => `bij ${line}`,
  changed: { byOther: (who: string, when: string) => `${who} wijzigde dit intussen (${when}).`, someone: 'Iemand', what: (what: string) => `Gewijzigd: ${what}.`, calm: 'Wat u typte blijft staan.', show: 'Toon wat er nu staat', removed: 'Iemand heeft dit intussen verwijderd.' },
  conflict: { title: 'Iemand anders was u voor', help: 'Er is nog niets vastgelegd. Kies per veld wat het wordt, en leg het daarna vast. Velden waaraan u niets deed, staan al zoals ze nu zijn.', other: 'Er is intussen iets gewijzigd dat hiermee te maken heeft. Kijk het na, en leg het dan vast.', perhapsTitle: 'Misschien al vastgelegd', perhapsOwn: 'Er is iets gewijzigd sinds u dit zonder antwoord verstuurde. Dat kan uw eigen handeling zijn: kijk het na, en leg het alleen vast als het er nog niet staat.', field: 'Veld', before: 'Stond er', now: 'Staat er nu', yours: 'U typte', take: 'Neem over', keep: 'Houd het mijne', kept: 'het uwe blijft', taken: 'overgenomen', empty: 'leeg', untouched: 'niet gewijzigd', done: 'Doorgaan' },
  about: { title: (name: string) => `Bewerken: ${name}`, lead: 'Wat is vastgelegd, en wat u ermee kunt doen.', todo: 'Vastleggen of wijzigen', none: 'Er is nog niets vastgelegd.', actions: (what: string) => `Handelingen bij ${what}` },
};
