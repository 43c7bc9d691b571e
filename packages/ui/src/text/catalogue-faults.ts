import type { Catalogue } from './catalogue.ts';

/** Written the same in Chinese: abbreviations and names, never a sentence left untranslated. */
const SAME_IN_CHINESE = /\b(?:ID|TOTP|CSV|PDF|Excel|JPG|PNG|WebP|SMS|GB|MB|SM[234]|English|Yimen)\b/g;
const SAME_IN_ENGLISH = /中文|一门/g;

/** What is wrong with a catalogue: a message or value missing in one language, one language inside the other. */
export function findCatalogueFaults(catalogue: Catalogue): readonly string[] {
  const keys = new Set([...Object.keys(catalogue.zh), ...Object.keys(catalogue.en)]);
  return [...keys].flatMap((key) => faultsOf(catalogue.zh[key], catalogue.en[key]).map((fault) => `${key}: ${fault}`));
}

function faultsOf(zh: string | undefined, en: string | undefined): readonly string[] {
  if (!zh || !en) return ['missing in one language'];
  const english = withoutValues(zh)
    .replace(SAME_IN_CHINESE, '')
    .match(/[A-Za-z]{2,}/);
  const chinese = withoutValues(en)
    .replace(SAME_IN_ENGLISH, '')
    .match(/\p{Script=Han}/u);
  return [
    ...(namesIn(zh) === namesIn(en) ? [] : [`values differ: ${namesIn(zh)} and ${namesIn(en)}`]),
    ...(english === null ? [] : [`English in Chinese: ${english[0]}`]),
    ...(chinese === null ? [] : [`Chinese in English: ${chinese[0]}`]),
  ];
}

function withoutValues(message: string): string {
  return message.replace(/\{[^}]*\}/g, '');
}

function namesIn(message: string): string {
  const names = [...message.matchAll(/\{(\w+)/g)].map((match) => match[1]);
  return [...new Set(names)].sort().join(', ');
}
