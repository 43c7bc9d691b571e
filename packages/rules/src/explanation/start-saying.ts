import type { Language } from '../text.ts';
import { sayCondition } from './say-condition.ts';
import type { Saying, SayingOptions } from './saying.ts';

export function startSaying(language: Language, options: SayingOptions): Saying {
  return { ...options, language, about: undefined, condition: sayCondition };
}
