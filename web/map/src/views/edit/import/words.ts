import { inBoth } from '../../../words';
import { count } from '../../../words/count';
import type { Problem } from './send';

export const texts = inBoth({
  nl: {
    title: 'Een bestand inlezen', lead: 'Een werkmap (xlsx), een zip met csv-bestanden of JSON, in de vorm waarin u de dataset kunt downloaden. Er verandert niets voordat u het toepast.',
    file: 'Bestand', choose: 'Kies een bestand, of sleep het hierheen', none: 'Nog geen bestand gekozen.', again: 'Doe de proef opnieuw', againHelp: 'Hebt u het bestand verbeterd? Kies het dan opnieuw: een browser leest geen bestand dat intussen veranderde.',
    mode: 'Wat gebeurt er met wat er al is?', merge: 'Samenvoegen', mergeHelp: 'Wat niet in het bestand staat, blijft zoals het is.', replace: 'Vervangen', replaceHelp: 'Wat niet in het bestand staat, verdwijnt.',
    wrongType: (endings: string) => `Dit is geen bestand dat hier ingelezen kan worden. Kies ${endings}.`, unreadable: 'Het bestand is niet te lezen. Is het verplaatst of intussen gewijzigd? Kies het dan opnieuw.', empty: 'Het bestand is leeg.',
    sending: (percent: string) => `Versturen: ${percent}`, working: 'De server kijkt het na …', applying: 'De server past het toe …', stop: 'Stop',
    outcome: 'Uitkomst van de proef', good: 'Het bestand is in orde.', nothing: 'Het bestand is in orde, en alles staat er al zo.', broken: (n: number) => `${count(n, 'Er is 1 ding te verbeteren', `Er zijn ${n} dingen te verbeteren`)}. Er is niets gewijzigd.`,
    list: 'Lijst', added: 'Nieuw', changed: 'Gewijzigd', removed: 'Verwijderd', same: 'Gelijk', total: 'Samen', counts: 'Wat er verandert, per lijst',
    problems: 'Wat te verbeteren is', where: 'Waar', line: 'Regel', column: 'Kolom', what: 'Wat', all: 'Overal', narrow: 'Zoek in de lijst', shown: (n: number, of: number) => (n === of ? count(of, '1 regel', `${of} regels`) : `${n} van ${of} regels`), told: (n: number, of: number) => `De eerste ${n} van ${of} zijn hier te zien.`, more: 'Toon meer', noneFound: 'Geen regel gevonden.',
    place: ({ file, sheet, list }: Problem) => (sheet !== null ? `blad ${sheet}` : list !== null ? `lijst ${list}` : (file ?? 'het bestand')),
    apply: 'Toepassen', applyMerge: 'Pas toe', applyReplace: 'Vervang', reason: 'Reden', reasonHelp: 'Komt in het logboek, bij alles wat door dit bestand verandert.',
    confirm: (n: number) => `Hierdoor ${count(n, 'verdwijnt 1 rij', `verdwijnen ${n} rijen`)}. Typ VERVANG om te bevestigen.`, word: 'VERVANG', confirmField: 'Bevestiging', confirmWrong: 'Typ VERVANG, in hoofdletters.',
    done: 'Toegepast', revision: (n: number) => `Revisie ${n} van het netwerk.`, look: 'Bekijk het netwerk', another: 'Nog een bestand',
    overtaken: 'Iemand anders wijzigde het netwerk na uw proef. Er is niets toegepast. Doe de proef opnieuw en kijk de uitkomst na.', meanwhile: 'Het netwerk is na uw proef gewijzigd. Doe de proef opnieuw voordat u toepast.',
    busy: (seconds: number | null) => `De server is met het bestand van een ander bezig. Probeer het ${seconds === null ? 'zo' : `over ${count(seconds, '1 seconde', `${seconds} seconden`)}`} opnieuw.`,
    otherKind: (ending: string) => `Dit bestand is geen ${({ xlsx: 'werkmap (xlsx)', zip: 'zip' } as Record<string, string>)[ending] ?? 'JSON'}. Is het beschadigd? Sla het opnieuw op, of download het nog een keer, en kies het dan weer.`,
    refused: 'De server neemt dit bestand niet aan.', tooLarge: 'Het bestand is te groot voor deze server. Verdeel het in delen, en lees die na elkaar in.', notAllowed: 'U mag niet inlezen. Log opnieuw in.', retry: 'Probeer het opnieuw', stopped: 'Gestopt.',
    unreachable: 'De server is niet te bereiken. Uw bestand staat nog klaar.',
  },
  en: {
    title: 'Read a file', lead: 'A workbook (xlsx), a zip with csv files or JSON, in the form in which you can download the dataset. Nothing changes before you apply it.',
    file: 'File', choose: 'Choose a file, or drop it here', none: 'No file chosen yet.', again: 'Do the trial again', againHelp: 'Did you mend the file? Then choose it again: a browser does not read a file that changed meanwhile.',
    mode: 'What happens to what is there?', merge: 'Merge', mergeHelp: 'What is not in the file stays as it is.', replace: 'Replace', replaceHelp: 'What is not in the file goes.',
    wrongType: (endings) => `This is no file that can be read here. Choose ${endings}.`, unreadable: 'The file cannot be read. Was it moved, or changed meanwhile? Then choose it again.', empty: 'The file is empty.',
    sending: (percent) => `Sending: ${percent}`, working: 'The server looks at it …', applying: 'The server applies it …', stop: 'Stop',
    outcome: 'What the trial came to', good: 'The file is all right.', nothing: 'The file is all right, and all of it stands there already.', broken: (n) => `${count(n, 'There is 1 thing to mend', `There are ${n} things to mend`)}. Nothing was changed.`,
    list: 'List', added: 'New', changed: 'Changed', removed: 'Removed', same: 'Same', total: 'Together', counts: 'What changes, by list',
    problems: 'What has to be mended', where: 'Where', line: 'Line', column: 'Column', what: 'What', all: 'Everywhere', narrow: 'Search the list', shown: (n, of) => (n === of ? count(of, '1 line', `${of} lines`) : `${n} of ${of} lines`), told: (n, of) => `The first ${n} of ${of} are shown here.`, more: 'Show more', noneFound: 'No line found.',
    place: ({ file, sheet, list }) => (sheet !== null ? `sheet ${sheet}` : list !== null ? `list ${list}` : (file ?? 'the file')),
    apply: 'Apply', applyMerge: 'Apply', applyReplace: 'Replace', reason: 'Reason', reasonHelp: 'Goes into the journal, with all that this file changes.',
    confirm: (n) => `By this ${count(n, '1 row goes', `${n} rows go`)}. Type REPLACE to confirm.`, word: 'REPLACE', confirmField: 'Confirmation', confirmWrong: 'Type REPLACE, in capitals.',
    done: 'Applied', revision: (n) => `Revision ${n} of the network.`, look: 'Look at the network', another: 'Another file',
    overtaken: 'Somebody else changed the network after your trial. Nothing was applied. Do the trial again and look at what it comes to.', meanwhile: 'The network was changed after your trial. Do the trial again before you apply.',
    busy: (seconds) => `The server is busy with a file of somebody else. Try again ${seconds === null ? 'soon' : `in ${count(seconds, '1 second', `${seconds} seconds`)}`}.`,
    otherKind: (ending) => `This file is no ${({ xlsx: 'workbook (xlsx)', zip: 'zip' } as Record<string, string>)[ending] ?? 'JSON'}. Is it damaged? Save it again, or download it once more, and choose it again.`,
    refused: 'The server does not take this file.', tooLarge: 'The file is too large for this server. Divide it, and read the parts one after the other.', notAllowed: 'You may not read files. Sign in again.', retry: 'Try again', stopped: 'Stopped.',
    unreachable: 'The server cannot be reached. Your file is still here.',
  },
});
