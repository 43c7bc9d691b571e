/** 1- and 2-grams of a name for the search index: two-character Chinese names defeat a trigram index. */
export function nameGrams(text: string): readonly string[] {
  const characters = charactersOf(text);
  return [...new Set([...characters, ...pairsOf(characters)])];
}

/** What a record must contain to match a fragment: its pairs, or the one character there is. */
export function queryGrams(fragment: string): readonly string[] {
  const characters = charactersOf(fragment);
  return [...new Set(characters.length === 1 ? characters : pairsOf(characters))];
}

/** Without spaces and the dot of minority names, which are written in several ways; Latin letters in lower case. */
function charactersOf(text: string): readonly string[] {
  const plain = text.normalize('NFC').toLowerCase();
  return [...plain.replace(/[\s\u200b-\u200d\u2060\ufeff·•・‧∙．.]/gu, '')];
}

function pairsOf(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}
