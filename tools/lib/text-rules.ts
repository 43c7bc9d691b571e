export type TextViolation = { line: number; text: string };

type TextRule = { name: string; pattern: RegExp; text: string };

const RULES: TextRule[] = [
  {
    name: 'real-id',
    // 18 characters of a resident ID; ours begin with 99, a region that does not exist.
    pattern: /(?<![0-9A-Za-z.])(?!99)[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g,
    text: 'looks like a real ID number; use fakeResidentId()',
  },
  {
    name: 'todo',
    pattern: /\b(TODO|FIXME|XXX)\b(?!\(#\d+, \d{4}-\d{2}-\d{2}\))/g,
    text: 'a to-do needs an issue and a date: TO' + 'DO(#12, 2026-11-21)',
  },
];

export function checkText(content: string): TextViolation[] {
  return RULES.flatMap(({ name, pattern, text }) =>
    [...content.matchAll(pattern)].map((match) => ({
      line: content.slice(0, match.index).split('\n').length,
      text: `[${name}] ${text}`,
    })),
  );
}
