import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from './compile-pattern.ts';
import { findMatch } from './find-matches.ts';
import { findFlags, parsePattern } from './parse-pattern.ts';

/** Patterns XPath and JavaScript read alike; no repetition of what can be empty, where engines differ in groups. */
const patterns = fc.letrec<{ one: string; many: string; any: string }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '[a-b]', '\\.', '🐎'),
    fc.tuple(tie('many'), fc.boolean()).map(([inside, isGroup]) => `(${isGroup ? '' : '?:'}${inside})`),
  ),
  // Never empty: at least one part that consumes.
  many: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(tie('one'), fc.constantFrom('', '+', '+?', '{1,2}', '{2}', '{1,}?')).map((parts) => parts.join('')),
    fc.tuple(tie('any'), tie('many')).map((parts) => parts.join('')),
    fc.tuple(tie('many'), tie('many')).map((parts) => parts.join('|')),
  ),
  any: fc.tuple(tie('one'), fc.constantFrom('*', '*?', '?', '??', '{0,2}', '')).map((parts) => parts.join('')),
}));

const texts = fc.array(fc.constantFrom('a', 'b', 'c', '.', '🐎'), { maxLength: 8 });

test('the leftmost match and its groups are those of a backtracking engine', () => {
  const flags = findFlags('');
  if (!flags) throw new Error('no flags are flags');
  fc.assert(
    fc.property(patterns.many, texts, fc.constantFrom('', '^', '$'), (inside, text, anchor) => {
      const pattern = anchor === '$' ? `(?:${inside})$` : `${anchor}(?:${inside})`;
      const found = findMatch(compilePattern(parsePattern(pattern, flags)), text, 0, () => undefined);
      const other = new RegExp(pattern, 'u').exec(text.join(''));
      if (!other) {
        expect(found).toBeUndefined();
        return;
      }
      const partOf = (slot: number) => {
        const [start, end] = [found?.[2 * slot], found?.[2 * slot + 1]];
        return start === undefined || end === undefined ? undefined : text.slice(start, end).join('');
      };
      expect(partOf(0)).toBe(other[0]);
      expect(text.slice(0, found?.[0]).join('').length).toBe(other.index);
      // JavaScript forgets the groups of an earlier round of a repetition, XPath keeps them.
      if (!/[)][*+?{]/.test(inside))
        expect(other.slice(1).map((_, index) => partOf(index + 1))).toEqual(other.slice(1));
    }),
    { numRuns: 3000 },
  );
});

test('the time of a match does not explode with the pattern', () => {
  const flags = findFlags('i');
  if (!flags) throw new Error('i is a flag');
  const text = [...'a'.repeat(400)];
  for (const pattern of ['(a*)*b', '(a|aa)+$b', '(.*)*(.*)*(.*)*b', '(a?){200}b', '((a|b)*)*c']) {
    let steps = 0;
    const program = compilePattern(parsePattern(pattern, flags));
    const spend = (spent: number) => {
      steps += spent;
    };
    expect(findMatch(program, text, 0, spend)).toBeUndefined();
    expect(steps).toBeLessThan(text.length * (program.length + 2));
  }
});
