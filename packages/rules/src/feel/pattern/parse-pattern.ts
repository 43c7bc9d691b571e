import { refusal } from '../problem.ts';
import { exactly, readClass, readEscape } from './character-class.ts';
import { Cursor, wrong } from './cursor.ts';
import type { Flags, ParsedPattern, Pattern } from './pattern.ts';

const LARGEST_COUNT = 1_000;
const DEEPEST = 50;

interface Reading {
  readonly cursor: Cursor;
  readonly flags: Flags;
  groups: number;
  depth: number;
}

/** Throws WrongPattern where XPath would report an error. */
export function parsePattern(text: string, flags: Flags): ParsedPattern {
  const written = flags.ignoresSpace ? withoutSpace(text) : text;
  const reading: Reading = { cursor: new Cursor(written), flags, groups: 0, depth: 0 };
  const pattern = readChoice(reading);
  if (reading.cursor.peek() !== undefined) throw wrong();
  return { pattern, groups: reading.groups };
}

export function findFlags(text: string): Flags | undefined {
  if (text.includes('q')) throw refusal('OUTSIDE_SUBSET', 'the flag q');
  if (/[^smix]/.test(text)) return undefined;
  const [ignoresCase, dotMatchesAll, multiline, ignoresSpace] = ['i', 's', 'm', 'x'].map((flag) => text.includes(flag));
  return {
    ignoresCase: ignoresCase === true,
    dotMatchesAll: dotMatchesAll === true,
    multiline: multiline === true,
    ignoresSpace: ignoresSpace === true,
  };
}

/** Blanks go before the pattern is read, even after a backslash; inside a class they stay. */
function withoutSpace(text: string): string {
  return text.replace(/\[(?:\\[\s\S]|[^\]\\])*\]|[ \t\n\r]+/g, (part) => (part.startsWith('[') ? part : ''));
}

function readChoice(reading: Reading): Pattern {
  reading.depth += 1;
  if (reading.depth > DEEPEST) throw refusal('TOO_DEEP', DEEPEST);
  const branches = [readSequence(reading)];
  while (reading.cursor.accept('|')) branches.push(readSequence(reading));
  reading.depth -= 1;
  return branches.length === 1 && branches[0] ? branches[0] : { kind: 'choice', branches };
}

function readSequence(reading: Reading): Pattern {
  const parts: Pattern[] = [];
  for (;;) {
    const next = reading.cursor.peek();
    if (next === undefined || next === '|' || next === ')') return { kind: 'sequence', parts };
    parts.push(readQuantified(reading));
  }
}

function readQuantified(reading: Reading): Pattern {
  const what = readAtom(reading);
  const counts = readCounts(reading.cursor);
  if (!counts) return what;
  if (what.kind === 'start' || what.kind === 'end') throw refusal('UNDECIDED', 'a repeated ^ or $');
  const isGreedy = !reading.cursor.accept('?');
  if (/[*+?{]/.test(reading.cursor.peek() ?? '')) throw wrong();
  return { kind: 'repeat', what, ...counts, isGreedy };
}

function readCounts(cursor: Cursor): { least: number; most: number | undefined } | undefined {
  if (cursor.accept('?')) return { least: 0, most: 1 };
  if (cursor.accept('*')) return { least: 0, most: undefined };
  if (cursor.accept('+')) return { least: 1, most: undefined };
  if (!cursor.accept('{')) return undefined;
  const least = readCount(cursor);
  if (cursor.accept('}')) return { least, most: least };
  if (!cursor.accept(',')) throw wrong();
  if (cursor.accept('}')) return { least, most: undefined };
  const most = readCount(cursor);
  if (!cursor.accept('}') || most < least) throw wrong();
  return { least, most };
}

function readCount(cursor: Cursor): number {
  let digits = '';
  while (/[0-9]/.test(cursor.peek() ?? '')) digits += cursor.take();
  if (digits === '') throw wrong();
  if (digits.length > 4 || Number(digits) > LARGEST_COUNT) throw refusal('TOO_MUCH_WORK', `{${digits.slice(0, 9)}}`);
  return Number(digits);
}

function readAtom(reading: Reading): Pattern {
  const { cursor, flags } = reading;
  const character = cursor.take();
  switch (character) {
    case '(':
      return readGroup(reading);
    case '[':
      return { kind: 'character', admits: readClass(cursor, flags) };
    case '\\':
      return readEscaped(reading);
    case '.':
      return { kind: 'character', admits: flags.dotMatchesAll ? () => true : (one) => one !== '\n' && one !== '\r' };
    case '^':
    case '$':
      if (flags.multiline) throw refusal('OUTSIDE_SUBSET', '^ or $ with the flag m');
      return { kind: character === '^' ? 'start' : 'end' };
    default:
      if ('*+?{}]'.includes(character)) throw wrong();
      return { kind: 'character', admits: exactly(character, flags) };
  }
}

function readEscaped({ cursor, flags }: Reading): Pattern {
  const escaped = readEscape(cursor);
  return { kind: 'character', admits: escaped.kind === 'set' ? escaped.admits : exactly(escaped.character, flags) };
}

function readGroup(reading: Reading): Pattern {
  const { cursor } = reading;
  if (cursor.accept('?')) {
    if (!cursor.accept(':')) throw wrong();
    const inside = readChoice(reading);
    if (!cursor.accept(')')) throw wrong();
    return inside;
  }
  reading.groups += 1;
  const index = reading.groups;
  const inside = readChoice(reading);
  if (!cursor.accept(')')) throw wrong();
  return { kind: 'group', index, inside };
}
