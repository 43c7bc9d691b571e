import type { Language, Text } from '../text.ts';
import type { Figure, Formula, Who } from './formula.ts';
import { fill, ONE, WORDS } from './words.ts';

/** For whom an explanation is put in words. */
export interface SayingOptions {
  /** What members and events are called: a name, 本人, 妻子. Without it 成员1. */
  readonly nameOf?: (who: Who) => Text | undefined;
}

export interface Saying extends SayingOptions {
  readonly language: Language;
  /** Whose figures need no name, since the sentence is about them. */
  readonly about: Who | undefined;
  /** Calculations have conditions in them, and these calculations. */
  readonly condition: (formula: Formula, saying: Saying) => string;
}

/** 成员1的工资收入 */
export function sayName({ label, who }: Pick<Figure, 'label' | 'who'>, saying: Saying): string {
  const { language, about } = saying;
  const name = label?.[language] ?? '';
  if (!who || (about && about.on === who.on && about.index === who.index)) return name;
  return fill(WORDS.ofOne, language, sayWho(who, saying), name);
}

/** What is called like a statement is no possession: 成员1可以得到教育救助, not 成员1的可以得到教育救助. */
export function sayFlag(named: Pick<Figure, 'label' | 'who'>, saying: Saying): string {
  const { label, who } = named;
  const isOwn = who && saying.about?.on === who.on && saying.about.index === who.index;
  if (saying.language !== 'zh' || !who || isOwn) return sayName(named, saying);
  return `${sayWho(who, saying)}${label?.zh ?? ''}`;
}

export function sayWho(who: Who, { nameOf, language }: Saying): string {
  return nameOf?.(who)?.[language] ?? fill(ONE[who.on], language, String(who.index + 1));
}
