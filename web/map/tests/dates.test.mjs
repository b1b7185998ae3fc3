// Partial dates and periods in words, in both languages, for every form that the API knows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const load = async (name) => (await runnerImport(fileURLToPath(new URL(`../src/words/${name}.ts`, import.meta.url)), { configFile: false })).module;
const { partialDate, period } = await load('dates');
const { nl } = await load('nl');
const { en } = await load('en');

const DATES = [
  ['2024', '2024', '2024'],
  ['2024-03', 'maart 2024', 'March 2024'],
  ['2024-02-14', '14 feb 2024', '14 Feb 2024'],
  ['2024-02-14~', 'omstreeks 14 feb 2024', 'about 14 Feb 2024'],
  ['2023-07/2024-01~', 'juli 2023 – omstreeks januari 2024', 'July 2023 – about January 2024'],
  ['2025/2029', '2025 – 2029', '2025 – 2029'],
  ['[2022..2023]', '2022 of 2023', '2022 or 2023'],
  ['[2023-12..2024-01]', 'december 2023 of januari 2024', 'December 2023 or January 2024'],
  ['[2024-02-29..2024-03-01]', '29 feb 2024 of 1 mrt 2024', '29 Feb 2024 or 1 Mar 2024'],
  ['[2019..2023]', 'enig moment tussen 2019 en 2023', 'some time between 2019 and 2023'],
  ['[2023-07..2024]', 'enig moment tussen juli 2023 en 2024', 'some time between July 2023 and 2024'],
  ['[..2018]', 'uiterlijk 2018', '2018 or earlier'],
  ['[2018..]', '2018 of later', '2018 or later'],
  ['[oops..2018]', 'enig moment tussen oops en 2018', 'some time between oops and 2018'],
  ['[oops..nope]', 'enig moment tussen oops en nope', 'some time between oops and nope'],
];

const PERIODS = [
  [null, null, 'begin onbekend', 'start unknown'],
  ['2024', null, 'sinds 2024', 'since 2024'],
  ['2024-03', null, 'sinds maart 2024', 'since March 2024'],
  ['2024-02-14~', null, 'sinds omstreeks 14 feb 2024', 'since about 14 Feb 2024'],
  ['[2022..2023]', null, 'sinds 2022 of 2023', 'since 2022 or 2023'],
  ['[2019..2023]', null, 'sinds enig moment tussen 2019 en 2023', 'since some time between 2019 and 2023'],
  ['2023-07/2024-01~', null, 'sinds enig moment tussen juli 2023 en omstreeks januari 2024', 'since some time between July 2023 and about January 2024'],
  ['[..2018]', null, 'sinds uiterlijk 2018', 'since 2018 or earlier'],
  ['[2018..]', null, 'sinds 2018 of later', 'since 2018 or later'],
  [null, '2024', 'tot en met 2024', 'until 2024'],
  [null, '2024-02-14~', 'tot omstreeks 14 feb 2024', 'until about 14 Feb 2024'],
  [null, '[2022..2023]', 'tot en met 2022 of 2023', 'until 2022 or 2023'],
  [null, '[2019..2023]', 'tot enig moment tussen 2019 en 2023', 'until some time between 2019 and 2023'],
  [null, '[..2018]', 'tot uiterlijk 2018', 'until 2018 or earlier'],
  [null, '[2018..]', 'tot en met 2018 of later', 'until 2018 or later'],
  ['2022', '2024-03', '2022 – maart 2024', '2022 – March 2024'],
  ['2024-10', '2025-01~', 'oktober 2024 – omstreeks januari 2025', 'October 2024 – about January 2025'],
  ['[..2018]', '2024', 'van uiterlijk 2018 tot en met 2024', 'from 2018 or earlier until 2024'],
  ['2016', '[2022..2024]', 'van 2016 tot enig moment tussen 2022 en 2024', 'from 2016 until some time between 2022 and 2024'],
];

test('a partial date reads as people say it', () => {
  for (const [date, dutch, english] of DATES) assert.deepEqual([partialDate(date, nl), partialDate(date, en)], [dutch, english], date);
});

test('a period says what is known of its beginning and its end', () => {
  for (const [since, until, dutch, english] of PERIODS) {
    assert.deepEqual([period(since, until, nl), period(since, until, en)], [dutch, english], `${since} to ${until}`);
  }
});
