import { refusal } from '../problem.ts';
import { type Cursor, wrong } from './cursor.ts';
import type { Admits, Flags } from './pattern.ts';

const CATEGORIES =
  'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn'.split(' ');
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ...[...'\\|.?*+(){}-[]^$'].map((character) => [character, character] as const),
]);

export function exactly(character: string, flags: Flags): Admits {
  return folded((one) => one === character, flags);
}

/** Another case of a character counts too; categories keep to the case they name. */
function folded(admits: Admits, { ignoresCase }: Flags): Admits {
  if (!ignoresCase) return admits;
  return (one) => admits(one) || admits(one.toLowerCase()) || admits(one.toUpperCase());
}

type Escape =
  | { readonly kind: 'set'; readonly admits: Admits }
  | { readonly kind: 'single'; readonly character: string };

/** After the backslash. */
export function readEscape(cursor: Cursor): Escape {
  const letter = cursor.take();
  const single = SINGLE.get(letter);
  if (single !== undefined) return { kind: 'single', character: single };
  const test = SETS.get(letter.toLowerCase());
  if (test) return { kind: 'set', admits: letter === letter.toLowerCase() ? test : (one) => !test(one) };
  if (letter === 'p' || letter === 'P') return { kind: 'set', admits: readCategory(cursor, letter === 'P') };
  if (/[iIcC1-9]/.test(letter)) throw refusal('OUTSIDE_SUBSET', `\\${letter} in a pattern`);
  throw wrong();
}

const SETS: ReadonlyMap<string, Admits> = new Map<string, Admits>([
  ['s', (one) => /[ \t\n\r]/.test(one)],
  ['d', (one) => /\p{Nd}/u.test(one)],
  ['w', (one) => !/[\p{P}\p{Z}\p{C}]/u.test(one)],
]);

function readCategory(cursor: Cursor, isNegated: boolean): Admits {
  if (cursor.take() !== '{') throw wrong();
  let name = '';
  while (cursor.peek() !== '}') name += cursor.take();
  cursor.take();
  if (/^Is/.test(name)) throw refusal('OUTSIDE_SUBSET', `\\p{${name}}`);
  if (!CATEGORIES.includes(name)) throw wrong();
  const test = new RegExp(`\\p{${name}}`, 'u');
  return (one) => test.test(one) !== isNegated;
}

/** After the opening bracket. */
export function readClass(cursor: Cursor, flags: Flags): Admits {
  const isNegated = cursor.accept('^');
  const tests: Admits[] = [];
  while (!cursor.accept(']')) tests.push(readMember(cursor, flags, tests.length === 0));
  if (tests.length === 0) throw wrong();
  return (one) => tests.some((test) => test(one)) !== isNegated;
}

function readMember(cursor: Cursor, flags: Flags, isFirst: boolean): Admits {
  // With a backslash it is a character like any other.
  const isDash = cursor.peek() === '-';
  const from = readSingle(cursor);
  if (typeof from !== 'string') return from;
  if (isDash && cursor.peek() === '[') throw refusal('OUTSIDE_SUBSET', 'subtraction in a pattern');
  if (isDash && !isFirst && cursor.peek() !== ']') throw refusal('UNDECIDED', '- inside a character class');
  if (cursor.peek() !== '-' || cursor.peek(1) === ']') return exactly(from, flags);
  cursor.take();
  if (cursor.peek() === '[') throw refusal('OUTSIDE_SUBSET', 'subtraction in a pattern');
  // Schema 1.0 has no such range, 1.1 has.
  if (isDash || cursor.peek() === '-') throw refusal('UNDECIDED', 'a range from or to -');
  const to = readSingle(cursor);
  if (typeof to !== 'string' || codeOf(to) < codeOf(from)) throw wrong();
  return folded((one) => codeOf(one) >= codeOf(from) && codeOf(one) <= codeOf(to) && [...one].length === 1, flags);
}

function readSingle(cursor: Cursor): string | Admits {
  const character = cursor.take();
  if (character === '[') throw wrong();
  if (character !== '\\') return character;
  const escaped = readEscape(cursor);
  return escaped.kind === 'single' ? escaped.character : escaped.admits;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
