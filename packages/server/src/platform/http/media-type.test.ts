import { readReturnFile, screenHousehold, uploadPhoto } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { wrongMediaOf } from './media-type.ts';

test('content of another kind is told which kind the route takes: JSON, a photo, or the file of a bank', () => {
  expect([screenHousehold, uploadPhoto, readReturnFile].map(wrongMediaOf)).toEqual([
    'JSON_EXPECTED',
    'UNSUPPORTED_MEDIA',
    'CSV_EXPECTED',
  ]);
});
