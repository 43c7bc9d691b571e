import type { Language } from '../text.ts';
import { sayCondition } from './say-condition.ts';
import { nothingSaid, type Saying, type SayingOptions, startKnown } from './saying.ts';

export function startSaying(language: Language, { nameOf }: SayingOptions): Saying {
  return nameOf ? { ...PLAIN[language], nameOf, known: startKnown(), said: nothingSaid() } : PLAIN[language];
}

/** Nobody has a name: the same for every telling. */
const PLAIN: Readonly<Record<Language, Saying>> = { zh: plain('zh'), en: plain('en') };

function plain(language: Language): Saying {
  return {
    language,
    nameOf: undefined,
    about: undefined,
    condition: sayCondition,
    known: startKnown(),
    said: nothingSaid(),
  };
}
