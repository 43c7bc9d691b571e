export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence in every language. */
export type Words = Readonly<Record<Language, string>>;

/**
 * All sentences of one part of the product. Messages may hold `{name}` and, where a language has a
 * plural, `{name|one thing|many things}`. Both languages must have the same keys: the compiler checks it.
 */
export interface Catalogue<Zh extends Messages = Messages> {
  readonly zh: Zh;
  readonly en: Readonly<Record<keyof Zh, string>>;
}

export type Messages = Readonly<Record<string, string>>;

/** Names that stand between braces in a message: `{days}` or `{days|day|days}`. */
export type NamesIn<Message extends string> = Message extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | NamesIn<Rest>
  : never;

export type MessageValues = Readonly<Record<string, string | number>>;

/** Values a message needs; none when it has no braces. */
export type ValuesOf<Message extends string> = [NamesIn<Message>] extends [never]
  ? []
  : [values: Readonly<Record<NamesIn<Message>, string | number>>];

export function defineText<const Zh extends Messages>(catalogue: {
  readonly zh: Zh;
  readonly en: Readonly<Record<keyof Zh, string>>;
}): Catalogue<Zh> {
  return catalogue;
}

/** Both languages of one message, for titles that are kept as data. */
export function wordsOf<Zh extends Messages>(catalogue: Catalogue<Zh>, key: keyof Zh): Words {
  return { zh: catalogue.zh[key] ?? '', en: catalogue.en[key] };
}
