import type { Core, CoreOf } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Loops } from './row-only.ts';

/**
 * A part of the generated text. A flag that is always known is a boolean of the language; one that may be
 * unknown is 1, 0 or NaN, as in the closures.
 */
export interface Code {
  readonly text: string;
  readonly isUnknown: boolean;
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

/** 1, 0 or NaN. */
export function asNumber(code: Code, isFlag: boolean): string {
  return isFlag && !code.isUnknown ? `(${code.text} ? 1 : 0)` : code.text;
}

/** Answers by key, from the place `name` in `answers` on. */
export interface KeyedCode {
  readonly name: string;
  readonly low: number;
  readonly key: Core;
  readonly isUnknown: boolean;
}
