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

export function sayWho(who: Who, { nameOf, language }: Saying): string {
  return nameOf?.(who)?.[language] ?? fill(ONE[who.on], language, String(who.index + 1));
}
