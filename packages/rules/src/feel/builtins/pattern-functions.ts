import type { Run } from '../interpreter/run.ts';
import type { Match } from '../pattern/find-matches.ts';
import { type PreparedPattern, preparePattern } from '../pattern/prepared-pattern.ts';
import { refusal } from '../problem.ts';
import { listOf, textOf, type Value } from '../value.ts';
import { form, optional, textCalled } from './form.ts';

/** Patterns are those of XPath; one that is wrong gives null. */
export const PATTERN_FUNCTIONS = {
  matches: [
    form(
      [textCalled('input'), textCalled('pattern'), optional(textCalled('flags'))],
      ([input, pattern, flags], run) => {
        const prepared = preparePattern(pattern, flags ?? '', run);
        return prepared ? prepared.find([...input], 0) !== undefined : null;
      },
    ),
  ],
  replace: [
    form(
      [textCalled('input'), textCalled('pattern'), textCalled('replacement'), optional(textCalled('flags'))],
      ([input, pattern, replacement, flags], run) => {
        const prepared = preparePattern(pattern, flags ?? '', run);
        return prepared ? replace([...input], prepared, replacement, run) : null;
      },
    ),
  ],
  split: [
    form([textCalled('string'), textCalled('delimiter')], ([text, delimiter], run) => {
      const prepared = preparePattern(delimiter, '', run);
      return prepared ? split([...text], prepared) : null;
    }),
  ],
};

function replace(text: readonly string[], prepared: PreparedPattern, replacement: string, run: Run): Value {
  const parts: string[] = [];
  let at = 0;
  for (const match of matchesIn(text, prepared)) {
    const [start = 0, end = 0] = match;
    parts.push(text.slice(at, start).join(''), filled(replacement, match, text, prepared.groups));
    run.meter.spend((parts.at(-1)?.length ?? 0) / 16);
    at = end;
  }
  return textOf([...parts, text.slice(at).join('')].join(''));
}

function split(text: readonly string[], prepared: PreparedPattern): Value {
  if (text.length === 0) throw refusal('UNDECIDED', 'split of no text');
  const parts: string[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of matchesIn(text, prepared)) {
    parts.push(text.slice(at, start).join(''));
    at = end;
  }
  return listOf([...parts, text.slice(at).join('')]);
}

function matchesIn(text: readonly string[], { find }: PreparedPattern): readonly Match[] {
  const matches: Match[] = [];
  if (find([], 0)) throw refusal('UNDECIDED', 'a pattern that matches no text at all');
  for (let match = find(text, 0); match; match = find(text, match[1] ?? text.length)) {
    if (match[0] === match[1]) throw refusal('UNDECIDED', 'a pattern that matches no text at all');
    matches.push(match);
  }
  return matches;
}

/** $1 is the first group; \$ and \\ stand for themselves (F&O 3.1 §5.6.4). */
function filled(replacement: string, match: Match, text: readonly string[], groups: number): string {
  return replacement.replace(/\\(.?)|\$(\d*)/gsu, (_, escaped: string | undefined, digits: string | undefined) => {
    if (escaped !== undefined) {
      if (escaped !== '\\' && escaped !== '$') throw refusal('UNDECIDED', 'a replacement with \\ or $');
      return escaped;
    }
    if (!digits) throw refusal('UNDECIDED', 'a replacement with \\ or $');
    let number = digits;
    while (number.length > 1 && Number(number) > groups) number = number.slice(0, -1);
    const start = match[2 * Number(number)];
    const end = match[2 * Number(number) + 1];
    const group = start === undefined || end === undefined ? '' : text.slice(start, end).join('');
    return `${group}${digits.slice(number.length)}`;
  });
}
