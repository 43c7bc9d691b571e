/** Long work that several workers share, claimed piece by piece in the database: it needs no lease and blocks no job. */
export type BackgroundWork = {
  /** kebab-case, unique. */
  readonly name: string;
  /** Does what there is and returns how much it was; ends early, without loss, when it is told to. */
  readonly step: (signal: AbortSignal) => Promise<number>;
  readonly close: () => Promise<void>;
};
