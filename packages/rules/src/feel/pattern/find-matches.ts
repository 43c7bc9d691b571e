import type { Instruction } from './compile-pattern.ts';

/** Where the whole and each group begin and end, in characters; undefined for a group that took no part. */
export type Match = readonly (number | undefined)[];

interface Thread {
  readonly at: number;
  readonly saved: Match;
}

type Text = readonly string[];

/** The leftmost match from a position on, as a backtracking engine would prefer it. */
export function findMatch(
  program: readonly Instruction[],
  text: Text,
  from: number,
  spend: (steps: number) => void,
): Match | undefined {
  let found: Match | undefined;
  let threads: readonly Thread[] = [];
  for (let position = from; position <= text.length; position += 1) {
    const reached: Thread[] = [];
    const seen = new Set<number>();
    for (const thread of threads) follow(thread, program, { position, text, seen, reached });
    if (!found) follow({ at: 0, saved: [] }, program, { position, text, seen, reached });
    spend(1 + seen.size / 8);
    const ended = reached.findIndex(({ at }) => program[at]?.kind === 'match');
    if (ended >= 0) found = reached[ended]?.saved;
    // Ways after a match are less preferred than it.
    threads = advance(ended >= 0 ? reached.slice(0, ended) : reached, program, text[position]);
    if (threads.length === 0 && found) return found;
  }
  return found;
}

function advance(threads: readonly Thread[], program: readonly Instruction[], character: string | undefined): Thread[] {
  if (character === undefined) return [];
  return threads.flatMap(({ at, saved }) => {
    const instruction = program[at];
    return instruction?.kind === 'character' && instruction.admits(character) ? [{ at: at + 1, saved }] : [];
  });
}

interface Place {
  readonly position: number;
  readonly text: Text;
  readonly seen: Set<number>;
  readonly reached: Thread[];
}

/** Goes on without consuming, in order of preference, to the characters and the end that can come next. */
function follow(start: Thread, program: readonly Instruction[], { position, text, seen, reached }: Place): void {
  const open = [start];
  for (let thread = open.pop(); thread; thread = open.pop()) {
    const { at, saved } = thread;
    if (seen.has(at)) continue;
    seen.add(at);
    const instruction = program[at];
    switch (instruction?.kind) {
      case 'fork':
        open.push(...instruction.to.toReversed().map((to) => ({ at: to, saved })));
        break;
      case 'save':
        open.push({ at: at + 1, saved: withSlot(saved, instruction.slot, position) });
        break;
      case 'start':
        if (position === 0) open.push({ at: at + 1, saved });
        break;
      case 'end':
        if (position === text.length) open.push({ at: at + 1, saved });
        break;
      default:
        reached.push(thread);
    }
  }
}

function withSlot(saved: Match, slot: number, position: number): Match {
  const next = saved.slice();
  next[slot] = position;
  return next;
}
