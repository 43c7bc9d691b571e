import { DmnRefusal } from './dmn-problem.ts';

/** An element to be written. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly Xml[] | string;
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: readonly Xml[] | string = [],
): Xml {
  return { name, attributes, content };
}

export function xmlText({ name, attributes, content }: Xml, indent = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value, name)}"`);
  const start = `${indent}<${name}${written.join('')}`;
  if (content.length === 0) return `${start} />`;
  if (typeof content === 'string') return `${start}>${escaped(content, name)}</${name}>`;
  return [`${start}>`, ...content.map((one) => xmlText(one, `${indent}  `)), `${indent}</${name}>`].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader would make blanks or line feeds of these.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** What XML 1.0 cannot hold at all, not even escaped. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

function escaped(text: string, name: string): string {
  const [bad] = IMPOSSIBLE.exec(text) ?? [];
  if (bad !== undefined) {
    throw new DmnRefusal('CHARACTER', { path: name, line: 1 }, `U+${bad.charCodeAt(0).toString(16).padStart(4, '0')}`);
  }
  return text.replace(/[&<>"\r\n\t]/g, (character) => ESCAPES[character] ?? '');
}
