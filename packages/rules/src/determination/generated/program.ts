import type { Entry } from '../check/catalogue.ts';
import { scopeOf } from '../check/used-facts.ts';
import type { Group } from '../core/core.ts';
import type { Access, Load } from './access.ts';
import { bitsOf, type Code, literal, type Place, type Program } from './code.ts';
import { coreKey } from './core-key.ts';
import { codeOf } from './expression.ts';
import { endOf, startOf, stepOf } from './inner-loops.ts';
import { type FoldStep, isHeadCount, type Plan, type Step, type VariableStep } from './plan.ts';
import { keyOfLookup, type RowParts } from './row-part.ts';
import { singleReads } from './single-reads.ts';

/** What may be unknown in the rows at hand. */
export interface RowKnowledge {
  readonly figures: readonly FigureKnowledge[];
  readonly keyed: readonly boolean[];
  /** Where the answers of each keyed part begin. */
  readonly starts: readonly number[];
}

export interface FigureKnowledge {
  readonly isUnknown: boolean;
  /** The same in all rows, where that spares work; undefined for others. */
  readonly value: number | undefined;
}

const GROUPS = ['person', 'event'] as const;

/** The body of a function that determines households: made of the checked rules, never of their text. */
export function programText(plan: Plan, parts: RowParts, knowledge: RowKnowledge, access: Access): string {
  const writer = createWriter(plan, parts, knowledge, access);
  const lines: string[] = [];
  for (let stage = 0; stage < plan.stages; stage += 1) {
    lines.push(...writer.block(stage));
    for (const group of GROUPS) lines.push(...writer.loop(stage, group));
  }
  return access.around([...writer.householdFacts(), ...lines], writer.loads()).join('\n');
}

function createWriter(plan: Plan, parts: RowParts, knowledge: RowKnowledge, access: Access) {
  const { slots } = plan.rules.catalogue;
  const loads = new Map<string, Load>();
  const householdFacts = new Map<string, string>();
  const computed = new Map<string, Code>();
  const totals = new Map<string, { readonly code: Code; readonly stage: number }>();
  const single = singleReads(plan);
  let names = 0;
  /** The loop that is being written: its element, its stage and the facts it has fetched. */
  let at: { readonly element: string; readonly stage: number; readonly facts: Map<string, string> } | null = null;

  const program: Program = {
    freshName: () => {
      names += 1;
      return `t${names}`;
    },
    read: ({ of, slot }, place) => {
      const scope = scopeOf(of, place.own, place.loops);
      const entry = slots[scope][slot];
      if (!entry) return literal(Number.NaN, false);
      if (scope === 'household') return readHousehold(entry);
      return readElement(entry, place.elements.get(of === 'household' ? 'self' : of) ?? '');
    },
    figure: (core, { own, loops }) => {
      const index = parts.findFigure(core, own, loops);
      if (index === undefined) return undefined;
      const { isUnknown = true, value } = knowledge.figures[index] ?? {};
      if (value !== undefined) return literal(value, core.isFlag);
      const figure = `figures[figureBase + ${index}]`;
      loads.set(`r${index}`, { name: `r${index}`, text: core.isFlag && isUnknown ? bitsOf(figure) : figure });
      return { text: `r${index}`, isUnknown };
    },
    monthEnd: (core, { own, loops }) => {
      const index = parts.findFigure(core, own, loops);
      if (index === undefined) return undefined;
      loads.set(`d${index}`, { name: `d${index}`, text: `monthEnd(figures[figureBase + ${index}])` });
      return { text: `d${index}`, isUnknown: knowledge.figures[index]?.isUnknown ?? true };
    },
    keyed: (core) => {
      const index = parts.findKeyed(core);
      const key = keyOfLookup(core);
      if (index === undefined || !key) return undefined;
      const start = knowledge.starts[index] ?? 0;
      loads.set(`k${index}`, { name: `k${index}`, text: `answerBase + ${start}` });
      const low = parts.keyed[index]?.low ?? 0;
      return { name: `k${index}`, low, key, isUnknown: knowledge.keyed[index] ?? true };
    },
    fold: (core) => {
      if (isHeadCount(core)) return { text: access.countOf(core.over), isUnknown: false };
      const found = totals.get(coreKey(core));
      // Within the loop that sums it up it is not whole yet.
      return found && found.stage !== at?.stage ? found.code : undefined;
    },
    loopOver: access.loopOver,
  };

  function readHousehold(entry: Entry): Code {
    const done = computed.get(entry.id);
    if (done) return done;
    const { text, isUnknown } = access.fact(entry, 'household');
    if (single.has(entry.id)) return { text, isUnknown };
    householdFacts.set(`h${entry.slot}`, text);
    return { text: `h${entry.slot}`, isUnknown };
  }

  function readElement(entry: Entry, element: string): Code {
    const done = computed.get(entry.id);
    const isOwn = element === at?.element;
    if (done) {
      const isHere = isOwn && plan.stageOf.get(entry.id) === at?.stage;
      return isHere || done.value !== undefined ? done : access.earlier(entry, element, done.isUnknown);
    }
    const fact = access.fact(entry, element);
    if (!isOwn || !at || single.has(entry.id)) return fact;
    at.facts.set(`f${entry.slot}`, fact.text);
    return { text: `f${entry.slot}`, isUnknown: fact.isUnknown };
  }

  function block(stage: number): readonly string[] {
    const lines: string[] = [];
    for (const step of plan.steps) {
      if (step.kind !== 'variable' || step.stage !== stage || step.variable.entry.on !== 'household') continue;
      writeVariable(step, { own: 'household', loops: new Map(), elements: new Map(), lines, program });
    }
    return lines;
  }

  function writeVariable({ variable }: VariableStep, place: Place): void {
    const { entry, core } = variable;
    const code = codeOf(core, place);
    const name = `${entry.on}${entry.slot}`;
    const element = entry.on === 'household' ? 'household' : (at?.element ?? '');
    const isLiteral = code.value !== undefined;
    const kept = isLiteral ? code : { text: name, isUnknown: code.isUnknown };
    computed.set(entry.id, kept);
    if (!isLiteral) place.lines.push(`const ${name} = ${code.text};`);
    place.lines.push(...access.leave(entry, element, kept));
  }

  function loop(stage: number, group: Group): readonly string[] {
    const steps = plan.steps.filter((step) => step.stage === stage && groupOf(step) === group);
    if (steps.length === 0) return [];
    const element = group === 'person' ? 'm' : 'e';
    const facts = new Map<string, string>();
    at = { element, stage, facts };
    const lines: string[] = [];
    const before: string[] = [];
    const after: string[] = [];
    for (const step of steps) {
      const elements = new Map<number | 'self', string>([['self', element]]);
      if (step.kind === 'variable') writeVariable(step, { own: group, loops: new Map(), elements, lines, program });
      else writeFold(step, element, { before, lines, after });
    }
    at = null;
    const fetched = [...facts].map(([name, text]) => `const ${name} = ${text};`);
    return [...before, `${access.loopOver(group, element)} {`, ...fetched, ...lines, '}', ...after];
  }

  function writeFold(
    step: FoldStep,
    element: string,
    to: { before: string[]; lines: string[]; after: string[] },
  ): void {
    const { core, name } = step;
    const place: Place = {
      own: 'household',
      loops: new Map([[core.loop, core.over]]),
      elements: new Map([[core.loop, element]]),
      lines: to.lines,
      program,
    };
    const { step: line, isUnknown } = stepOf(core, name, place, codeOf);
    if (line === null) {
      totals.set(coreKey(core), { code: literal(0, core.isFlag), stage: step.stage });
      return;
    }
    to.before.push(`let ${name} = ${startOf(core)};`);
    to.lines.push(line);
    to.after.push(...endOf(core, name));
    totals.set(coreKey(core), { code: { text: name, isUnknown }, stage: step.stage });
  }

  return {
    block,
    loop,
    loads: () => [...loads.values()],
    householdFacts: () => [...householdFacts].map(([name, text]) => `const ${name} = ${text};`),
  };
}

function groupOf(step: Step): Group | 'household' {
  return step.kind === 'fold' ? step.core.over : step.variable.entry.on;
}
