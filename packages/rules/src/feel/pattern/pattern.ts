/** What a regular expression of XPath (F&O 3.1 §5.6) is made of. */
export type Pattern =
  | { readonly kind: 'character'; readonly admits: Admits }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly branches: readonly Pattern[] }
  | { readonly kind: 'group'; readonly index: number; readonly inside: Pattern }
  | Repetition;

interface Repetition {
  readonly kind: 'repeat';
  readonly what: Pattern;
  readonly least: number;
  /** Undefined: as often as it goes. */
  readonly most: number | undefined;
  readonly isGreedy: boolean;
}

/** Whether one character, a whole code point, belongs here. */
export type Admits = (character: string) => boolean;

export interface ParsedPattern {
  readonly pattern: Pattern;
  readonly groups: number;
}

export interface Flags {
  readonly ignoresCase: boolean;
  readonly dotMatchesAll: boolean;
  readonly multiline: boolean;
  readonly ignoresSpace: boolean;
}
