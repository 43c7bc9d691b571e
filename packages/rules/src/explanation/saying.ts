import type { Language, Text } from '../text.ts';
import type { Figure, Formula, Who } from './formula.ts';
import { fill, ONE, WORDS } from './words.ts';

/** Explanations are kept as they were made; of missing facts the older ones lack the unit. */
type Named = Pick<Figure, 'label' | 'who'> & Partial<Pick<Figure, 'unit'>>;

/** For whom an explanation is put in words. */
export interface SayingOptions {
  /** What members and events are called: a name, 本人, 妻子. Without it 成员1. */
  readonly nameOf?: (who: Who) => Text | undefined;
}

export interface Saying {
  readonly language: Language;
  readonly nameOf: SayingOptions['nameOf'] | undefined;
  /** Whose figures need no name, since the sentence is about them. */
  readonly about: Who | undefined;
  /** Calculations have conditions in them, and these calculations. */
  readonly condition: (formula: Formula, saying: Saying) => string;
  readonly known: Known;
  /** Conditions said about these people: a rule's are the same object for every household. */
  readonly said: Readonly<Record<'yes' | 'no', WeakMap<Formula, string>>>;
}

export function nothingSaid(): Saying['said'] {
  return { yes: new WeakMap(), no: new WeakMap() };
}

/** Of one telling: every sentence is about somebody, and few are told of. By `placeOf` them. */
interface Known {
  readonly sayings: (Saying | undefined)[];
  readonly names: (string | undefined)[];
}

export function startKnown(): Known {
  return { sayings: [], names: [] };
}

/** The same, about somebody or (undefined) nobody. */
export function sayingAbout(saying: Saying, who: Who | undefined): Saying {
  if (isSame(saying.about, who)) return saying;
  const { sayings } = saying.known;
  const place = placeOf(who);
  const found = sayings[place];
  if (found) return found;
  const made = { ...saying, about: who, said: nothingSaid() };
  sayings[place] = made;
  return made;
}

/**
 * 成员1的工资收入; what is yes or no is called like a statement, and is no possession: 成员1已就业; nor is 成员1与申请人的关系. One
 * 的 is enough: 成员1缴纳的税款.
 */
export function sayName({ label, who, unit }: Named, saying: Saying): string {
  const name = label?.[saying.language] ?? '';
  if (!who || isSame(saying.about, who)) return name;
  const isBare = unit === 'flag' || name.startsWith('与') || (who.on === 'person' && hasOwner(name));
  return fill(isBare ? WORDS.isOne : WORDS.ofOne, saying.language, sayWho(who, saying), name);
}

/** Up to where a statement begins to tell figures; not of what is called after somebody else. Said of every name. */
function hasOwner(name: string): boolean {
  const at = name.indexOf('的');
  return at > 0 && !isBefore(name, '（', at) && !isBefore(name, '，', at) && !ANOTHER.test(name);
}

function isBefore(name: string, mark: string, at: number): boolean {
  const found = name.indexOf(mark);
  return found >= 0 && found < at;
}

const ANOTHER = /^(成员|事件)\d/;

export function sayWho(who: Who, { nameOf, language, known }: Saying): string {
  const place = placeOf(who);
  const found = known.names[place];
  if (found !== undefined) return found;
  const name = nameOf?.(who)?.[language] ?? fill(ONE[who.on], language, String(who.index + 1));
  known.names[place] = name;
  return name;
}

export function isSame(one: Who | undefined, other: Who | undefined): boolean {
  return one === other || (one?.on === other?.on && one?.index === other?.index);
}

function placeOf(who: Who | undefined): number {
  if (!who) return 0;
  return who.index * 2 + (who.on === 'person' ? 1 : 2);
}
