import type { FeelNumber } from '../number/feel-number.ts';
import { findNumber } from '../number/number-text.ts';
import { atOffset, refusal } from '../problem.ts';
import { findTemporal, type Temporal } from '../temporal/temporal-text.ts';
import { type Node, type Reader, textAt } from './tree.ts';

/** A comment may stand between the sign and the digits. */
const DIGITS_AT_END = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

export function readNumber(node: Node, reader: Reader): FeelNumber {
  const text = textAt(node, reader);
  const digits = DIGITS_AT_END.exec(text)?.[0] ?? '';
  const found = atOffset(node.from, () => findNumber(text.startsWith('-') ? `-${digits}` : digits));
  if (!found) throw refusal('BAD_NUMBER', text, node.from);
  return found;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
/** A form some engines read as an escape and others as it stands. */
const UNCERTAIN = 'bfuU/0';

/** Read anew: where a token ends after backslashes is not left to the grammar. */
export function readString(node: Node, reader: Reader): string {
  const text = textAt(node, reader);
  const bad = () => refusal('BAD_STRING', text, node.from);
  let value = '';
  let at = 1;
  while (at < text.length - 1) {
    const [length, part] = readCharacter(text, at, bad);
    value += part;
    at += length;
  }
  if (at !== text.length - 1 || text[at] !== '"' || !value.isWellFormed()) throw bad();
  return value;
}

function readCharacter(text: string, at: number, bad: () => Error): readonly [number, string] {
  const character = text.charAt(at);
  if (character === '"') throw bad();
  if (character !== '\\') return [1, character];
  const next = text.charAt(at + 1);
  const known = ESCAPES.get(next);
  if (known !== undefined) return [2, known];
  const code = /^(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6}))/.exec(text.slice(at + 1, at + 8));
  if (code) return [code[0].length + 1, codePoint(code[1] ?? code[2] ?? '', bad)];
  if (UNCERTAIN.includes(next)) throw bad();
  // A backslash before any other character stands for itself, as in the pattern "\d".
  return [1, character];
}

function codePoint(hex: string, bad: () => Error): string {
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff) throw bad();
  return String.fromCodePoint(code);
}

/** @"2026-03-01", @"P1Y", …; a text that is none of them is null. */
export function readTemporal(node: Node, reader: Reader): Temporal | null {
  const text = readString(node, reader);
  return atOffset(node.from, () => findTemporal(text)) ?? null;
}
