import type { PlatformServices } from '../platform-services.ts';

/** Recurring work. It must be safe to run twice: deadlines live in tables, a run sweeps what is due. */
export type Job = {
  /** kebab-case, unique. */
  readonly name: string;
  readonly everySeconds: number;
  /** Returns how much it did, for the log. Opens its own transactions. */
  readonly run: (services: PlatformServices, now: Date) => Promise<number>;
};
