import { refusal } from '../problem.ts';
import type { Admits, ParsedPattern, Pattern } from './pattern.ts';

export type Instruction =
  | { readonly kind: 'character'; readonly admits: Admits }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'save'; readonly slot: number }
  /** Ways to go on, the preferred one first. */
  | { readonly kind: 'fork'; readonly to: readonly number[] }
  | { readonly kind: 'match' };

const LARGEST_PROGRAM = 3_000;

/** Steps of a machine that follows all ways at once (Thompson, Pike): no pattern can make it run long. */
export function compilePattern({ pattern }: ParsedPattern): readonly Instruction[] {
  const program: Instruction[] = [];
  emit(program, { kind: 'save', slot: 0 });
  compile(pattern, program);
  emit(program, { kind: 'save', slot: 1 });
  emit(program, { kind: 'match' });
  return program;
}

function emit(program: Instruction[], instruction: Instruction): number {
  if (program.length >= LARGEST_PROGRAM) throw refusal('TOO_MUCH_WORK', `${LARGEST_PROGRAM} steps of a pattern`);
  return program.push(instruction) - 1;
}

function compile(pattern: Pattern, program: Instruction[]): void {
  switch (pattern.kind) {
    case 'character':
    case 'start':
    case 'end':
      emit(program, pattern);
      return;
    case 'sequence':
      for (const part of pattern.parts) compile(part, program);
      return;
    case 'choice':
      compileChoice(pattern.branches, program);
      return;
    case 'group':
      emit(program, { kind: 'save', slot: 2 * pattern.index });
      compile(pattern.inside, program);
      emit(program, { kind: 'save', slot: 2 * pattern.index + 1 });
      return;
    case 'repeat':
      compileRepeat(pattern, program);
  }
}

function compileChoice(branches: readonly Pattern[], program: Instruction[]): void {
  const fork = emit(program, { kind: 'fork', to: [] });
  const starts: number[] = [];
  const exits: number[] = [];
  for (const branch of branches) {
    starts.push(program.length);
    compile(branch, program);
    exits.push(emit(program, { kind: 'fork', to: [] }));
  }
  program[fork] = { kind: 'fork', to: starts };
  for (const exit of exits) program[exit] = { kind: 'fork', to: [program.length] };
}

function compileRepeat(pattern: Pattern & { readonly kind: 'repeat' }, program: Instruction[]): void {
  const { what, least, most, isGreedy } = pattern;
  for (let count = 0; count < least; count += 1) compile(what, program);
  const forks: number[] = [];
  for (let count = least; count < (most ?? least + 1); count += 1) {
    forks.push(emit(program, { kind: 'fork', to: [] }));
    compile(what, program);
  }
  const [loop] = forks;
  if (most === undefined && loop !== undefined) emit(program, { kind: 'fork', to: [loop] });
  for (const fork of forks) {
    const ways = [fork + 1, program.length];
    program[fork] = { kind: 'fork', to: isGreedy ? ways : ways.toReversed() };
  }
}
