/**
 * Where each public vector of `data/test-vectors.json` is proven, so that none is forgotten. Worked examples of the packs, whose
 * ids begin with the vector's, need no line here: `vector-coverage.test.ts` finds them.
 */

/** Proven by a test that names them, though not as a worked example of a pack: dates, procedure, who does what. */
export const VECTORS_IN_TESTS: Readonly<Record<string, readonly string[]>> = {
  'packages/rules/src/calendar/date-vectors.test.ts': [
    'T-040',
    'T-041',
    'T-043',
    'T-044',
    'T-047',
    'T-048',
    'T-072',
    'T-143',
  ],
  'packages/server/src/policy/published-cases.test.ts': [
    'T-080',
    'T-081',
    'T-083',
    'T-085',
    'T-089',
    'T-092',
    'T-094',
    'T-098',
    'T-099',
    'T-100',
    'T-101',
    'T-160',
    'T-161',
    'T-162',
    'T-163',
    'T-165',
    'T-167',
    'T-169',
    'T-170',
    'T-171',
    'T-175',
    'T-176',
    'T-177',
  ],
  'packages/server/src/casework/casework.http.test.ts': ['T-053', 'T-054'],
  'packages/server/src/policy/published-programmes.test.ts': ['T-116'],
};

/** What is still to be built, and the room it belongs to. */
export const VECTORS_OF_LATER_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'applications: survey, publicity, near relatives': ['T-050', 'T-051', 'T-052', 'T-073', 'T-074'],
  'publication of lists': ['T-140', 'T-141'],
  'monitoring and supervision': ['T-146', 'T-147', 'T-149', 'T-150'],
};
