import type { DecisionTable } from '@yimen/rules';

/** A decision of a DMN file: one table with one result. */
export interface DmnDecision {
  readonly id: string;
  /** What it is called in a modeller, usually in Chinese. */
  readonly name: string;
  /** The variable the result becomes. */
  readonly output: string;
  readonly type: DmnType | null;
  /** One for each input; null where the file names a type of its own. */
  readonly inputTypes: readonly (DmnType | null)[];
  readonly table: DecisionTable;
}

export const DMN_TYPES = ['number', 'string', 'boolean', 'date'] as const;
export type DmnType = (typeof DMN_TYPES)[number];

export const DMN_VERSIONS = ['1.3', '1.4', '1.5'] as const;
export type DmnVersion = (typeof DMN_VERSIONS)[number];

export const DMN_NAMESPACES: Readonly<Record<DmnVersion, string>> = {
  '1.3': 'https://www.omg.org/spec/DMN/20191111/MODEL/',
  '1.4': 'https://www.omg.org/spec/DMN/20211108/MODEL/',
  '1.5': 'https://www.omg.org/spec/DMN/20230324/MODEL/',
};

/** For what DMN has no place: the English label of an input, and that a table is declared complete. */
export const OWN_NAMESPACE = 'urn:yimen:decision-table';

/** Columns of annotations that hold the clause and the note of a rule. */
export const ANNOTATIONS = { clause: 'clause', zh: 'note zh', en: 'note en' } as const;

export const DMN_LIMITS = { characters: 1_000_000, depth: 60, problems: 20 } as const;
