import type { Entry } from '../check/catalogue.ts';
import type { Group } from '../core/core.ts';
import type { Code } from './code.ts';

/** How generated text reaches the facts and where it leaves results. */
export interface Access {
  /** `element` is the name of the element; 'household' for the household's own. */
  readonly fact: (entry: Entry, element: string) => Code;
  /** A variable of a member that an earlier loop computed. */
  readonly earlier: (entry: Entry, element: string, isUnknown: boolean) => Code;
  /** The lines that leave a result. */
  readonly leave: (entry: Entry, element: string, result: Code) => readonly string[];
  readonly loopOver: (group: Group, element: string) => string;
  readonly countOf: (group: Group) => string;
  /** Around the lines of one household; `loads` fetch what depends on the row alone. */
  readonly around: (lines: readonly string[], loads: readonly Load[]) => readonly string[];
}

/** One name that is fetched anew for each row. */
export interface Load {
  readonly name: string;
  readonly text: string;
}
