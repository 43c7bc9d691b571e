import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from '../../tools/lib/cache-directory.ts';
import type { PartCompared } from './equality.ts';
import type { Figure } from './figures.ts';

/** What an interrupted run has found so far, so that it can go on. */
export interface KeptState {
  readonly findFigures: (key: string) => readonly Figure[] | undefined;
  readonly keepFigures: (key: string, figures: readonly Figure[]) => void;
  readonly parts: (subject: string) => readonly PartCompared[];
  readonly keepPart: (subject: string, part: PartCompared) => void;
  readonly clear: () => void;
}

interface State {
  readonly figures: Record<string, readonly Figure[]>;
  readonly parts: Record<string, readonly PartCompared[]>;
}

/** `about` names what was measured: another number of households or other rules begin anew. */
export function openState(about: string, isResumed: boolean): KeptState {
  const directory = cacheDirectory('bench-rules');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${about}.json`);
  const state = (isResumed ? findState(file) : undefined) ?? { figures: {}, parts: {} };
  const write = () => writeFileSync(file, JSON.stringify(state));
  return {
    findFigures: (key) => state.figures[key],
    keepFigures: (key, figures) => {
      state.figures[key] = figures;
      write();
    },
    parts: (subject) => state.parts[subject] ?? [],
    keepPart: (subject, part) => {
      state.parts[subject] = [...(state.parts[subject] ?? []), part];
      write();
    },
    clear: () => rmSync(file, { force: true }),
  };
}

function findState(file: string): State | undefined {
  try {
    // We wrote it ourselves.
    return JSON.parse(readFileSync(file, 'utf8')) as State;
  } catch {
    // There is none yet, or its writing was interrupted: begin anew.
    return undefined;
  }
}
