import type { Core, CoreOf } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Loops } from './row-only.ts';

/**
 * A part of the generated text. Flags are bits, so that “and” and “or” are `&` and `|`: a branch the processor
 * guesses wrongly costs more than a whole condition. A flag that is always known is 1 or 0 (or a boolean of the
 * language). Of one that may be unknown the first bit says that it holds, the second that it may hold: 3, 0, or 2.
 */
export interface Code {
  readonly text: string;
  readonly isUnknown: boolean;
  /** The same for every household; NaN when it is not known. */
  readonly value?: number;
}

/** Where text is generated: what can be read there, and the lines it may put before itself. */
export interface Place {
  readonly own: RuleScope;
  readonly loops: Loops;
  /** The name of the element each loop is at. */
  readonly elements: ReadonlyMap<number | 'self', string>;
  readonly lines: string[];
  readonly program: Program;
}

/** What all parts of one generated function share. */
export interface Program {
  readonly freshName: () => string;
  readonly read: (core: CoreOf<'read'>, place: Place) => Code;
  /** Undefined when the part is computed for each household. */
  readonly figure: (core: Core, place: Place) => Code | undefined;
  /** As figure, of a day: the 31st when it is the last of its month. */
  readonly monthEnd: (core: Core, place: Place) => Code | undefined;
  readonly keyed: (core: Core) => KeyedCode | undefined;
  /** The total of an outer loop; undefined for a loop inside a loop. */
  readonly fold: (core: CoreOf<'fold'>) => Code | undefined;
  /** The head of a loop over a group, its element under the name. */
  readonly loopOver: (group: 'person' | 'event', element: string) => string;
}

/** A name for a text that is used more than once. */
export function held(text: string, { lines, program }: Place): string {
  if (/^-?[\w.]+$/.test(text)) return text;
  const name = program.freshName();
  lines.push(`const ${name} = ${text};`);
  return name;
}

export function literal(value: number, isFlag: boolean): Code {
  const isUnknown = Number.isNaN(value);
  const text = isFlag && isUnknown ? '2' : String(value);
  return { text: value < 0 ? `(${text})` : text, isUnknown, value };
}

/** 1, 0 or NaN. */
export function asNumber({ text, isUnknown }: Code, isFlag: boolean): string {
  if (!isFlag || /^[01]$/.test(text)) return text;
  return isUnknown ? `(${text} === 3 ? 1 : ${text} === 0 ? 0 : NaN)` : `(+${text})`;
}

/** 3, 2 or 0. */
export function asBits({ text, isUnknown, value }: Code): string {
  if (isUnknown) return text;
  return value === undefined ? `((${text} | 0) * 3)` : String(value * 3);
}

/** From 1, 0 or NaN; the text is read twice. */
export function bitsOf(text: string): string {
  return `((${text} === 1) | (!(${text} === 0) << 1))`;
}

/** Answers by key, from the place `name` in `answers` on. */
export interface KeyedCode {
  readonly name: string;
  readonly low: number;
  readonly key: Core;
  readonly isUnknown: boolean;
}
