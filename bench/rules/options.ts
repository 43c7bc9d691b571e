export const SECTIONS = ['one', 'batch', 'growth', 'simulation', 'equality', 'peers', 'database'] as const;
export type Section = (typeof SECTIONS)[number];

export interface BenchRulesOptions {
  readonly households: number;
  readonly sections: readonly Section[];
  readonly write: boolean;
  /** Go on where an interrupted run stopped. */
  readonly resume: boolean;
}

export const DEFAULTS: BenchRulesOptions = {
  households: 1_000_000,
  sections: SECTIONS,
  write: true,
  resume: false,
};
