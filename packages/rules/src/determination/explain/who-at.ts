import type { Who } from '../../explanation/formula.ts';

/** The same object for the same member or event: they are spoken of again and again. */
export function whoAt(on: Who['on'], index: number): Who {
  const known = KNOWN[on];
  const found = known[index];
  if (found) return found;
  const made: Who = { on, index };
  known[index] = made;
  return made;
}

// No household has more members or events than LARGEST_GROUP.
const KNOWN: Readonly<Record<Who['on'], Who[]>> = { person: [], event: [] };
