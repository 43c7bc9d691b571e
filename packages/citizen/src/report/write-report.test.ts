import { reportInPublic } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { EMPTY_DRAFT, type ReportDraft } from './draft.ts';
import { findGaps } from './find-gaps.ts';
import { text } from './text.ts';
import { writeReport } from './write-report.ts';

const PLACE = {
  code: '341503110201',
  name: '三岔村',
  fullName: '安徽省六安市裕安区石婆店镇三岔村',
  level: 'village',
} as const;
const SHORTEST: ReportDraft = { ...EMPTY_DRAFT, urgency: 'now', eventKind: 'fire', place: PLACE };

function fieldsOf(draft: ReportDraft): readonly string[] {
  return findGaps(draft).map(({ field }) => field);
}

test('an empty page names the three things that are needed, in the order of the page', () => {
  expect(fieldsOf(EMPTY_DRAFT)).toEqual(['urgency', 'eventKind', 'place']);
  expect(writeReport(EMPTY_DRAFT, '')).toBeUndefined();
});

test('four touches make a report the server takes: no name, no phone, not a word typed', () => {
  expect(fieldsOf(SHORTEST)).toEqual([]);
  const body = writeReport(SHORTEST, '着火了，房子烧了');
  expect(reportInPublic.body?.safeParse(body).success).toBe(true);
  expect(body).toMatchObject({
    whatHappened: '着火了，房子烧了',
    reporterKind: 'other',
    reporterPhone: null,
    subjectIdNumber: null,
  });
});

test('words too short to stand alone go behind the words of the card', () => {
  expect(writeReport({ ...SHORTEST, story: ' 两户 ' }, '着火了')?.whatHappened).toBe('着火了：两户');
  expect(writeReport({ ...SHORTEST, story: '灶房起火，人已逃出' }, '着火了')?.whatHappened).toBe('灶房起火，人已逃出');
});

test('other difficulties need a word of explanation', () => {
  expect(fieldsOf({ ...SHORTEST, eventKind: 'other' })).toEqual(['story']);
  expect(fieldsOf({ ...SHORTEST, eventKind: 'other', story: '断水' })).toEqual([]);
});

test('a county is no place to send somebody to; a township is, a village is better', () => {
  expect(fieldsOf({ ...SHORTEST, place: { ...PLACE, level: 'county' } })).toEqual(['place']);
  expect(fieldsOf({ ...SHORTEST, place: { ...PLACE, level: 'township' } })).toEqual([]);
});

test.each([
  ['０５６４ ０００２００９', '05640002009'],
  ['0564-000 2009', '05640002009'],
])('a phone typed as %s is understood', (typed, sent) => {
  const draft = { ...SHORTEST, reporterPhone: typed };
  expect(fieldsOf(draft)).toEqual([]);
  expect(writeReport(draft, '着火了')?.reporterPhone).toBe(sent);
});

test('a phone that nobody can ring is said beside its field', () => {
  expect(findGaps({ ...SHORTEST, subjectPhone: '12' })).toEqual([{ field: 'subjectPhone', message: 'phoneWrong' }]);
});

test('the words of every card alone are long enough for the server', () => {
  for (const language of [text.zh, text.en]) {
    for (const [key, words] of Object.entries(language)) {
      if (key.startsWith('said:')) expect(words.length, key).toBeGreaterThanOrEqual(4);
    }
  }
});
