import { expect, test } from 'vitest';
import { fieldNameOf } from './show-field-errors.ts';

test.each([
  ['name', ['name']],
  ['members.0.name', ['members', 0, 'name']],
  ['/body/members/1/phone', ['members', 1, 'phone']],
  ['members[2].idNumber', ['members', 2, 'idNumber']],
])('the path %s names its field', (path, name) => {
  expect(fieldNameOf(path)).toEqual(name);
});
