import { useSyncExternalStore } from 'react';
import { type Catalogue, LANGUAGES, type Language, type Messages, type ValuesOf, type Words } from './catalogue.ts';
import { fillMessage } from './fill-message.ts';

const STORAGE_KEY = 'yimen.language';
const HTML_LANG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

let current: Language = readStored();
const listeners = new Set<() => void>();

export function getLanguage(): Language {
  return current;
}

export function setLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = HTML_LANG[language];
  store(language);
  for (const listener of listeners) listener();
}

/** Chinese unless this browser was switched before. Call it once before the first paint. */
export function startLanguage(): void {
  document.documentElement.lang = HTML_LANG[current];
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, getLanguage, getLanguage);
}

/** `const t = useText(text); t('dueIn', { days: 2 })` — keys and values are checked by the compiler. */
export function useText<Zh extends Messages>(catalogue: Catalogue<Zh>) {
  const language = useLanguage();
  return function t<Key extends keyof Zh & string>(key: Key, ...values: ValuesOf<Zh[Key]>): string {
    return fillMessage(catalogue[language][key] ?? key, values[0]);
  };
}

/** Chooses the language of a sentence that came as data, such as a refusal or a clause. */
export function useWords(): (words: Words) => string {
  const language = useLanguage();
  return (words) => words[language];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readStored(): Language {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return LANGUAGES.find((language) => language === stored) ?? 'zh';
  } catch {
    return 'zh'; // storage can be closed to us; Chinese is the default anyway
  }
}

function store(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    return; // lasts for this visit only
  }
}
