import { XmlElement as ParsedElement, parseXml, XmlCdata, XmlError, XmlText } from '@rgrove/parse-xml';
import { DMN_LIMITS } from './dmn-model.ts';
import { DmnRefusal } from './dmn-problem.ts';

/** An element with its namespace resolved and its place, for the words of a refusal. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** By local name; those of another namespace as `{namespace}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Of its own, not of the elements inside. */
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

const TOP = { path: '/', line: 1 };

/** Nothing outside the text is ever read: declarations of types and entities are refused before it is parsed. */
export function readXml(xml: string): XmlElement {
  if (xml.length > DMN_LIMITS.characters) throw new DmnRefusal('TOO_LARGE', TOP, String(DMN_LIMITS.characters));
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new DmnRefusal('DOCTYPE', TOP);
  const root = parsed(xml);
  const lines = lineStarts(xml);
  return elementOf(root, { path: '', prefixes: new Map(), depth: 0, lineOf: (offset) => lineAt(lines, offset) });
}

function parsed(xml: string): ParsedElement {
  try {
    const { root } = parseXml(xml, { includeOffsets: true });
    if (root) return root;
    throw new DmnRefusal('NOT_XML', TOP, '∅');
  } catch (error) {
    if (error instanceof XmlError) throw new DmnRefusal('NOT_XML', { path: '/', line: error.line }, firstLine(error));
    // The parser calls itself for each level, so it is the stack that ends a nesting without end.
    if (error instanceof RangeError) throw new DmnRefusal('TOO_DEEP', TOP, String(DMN_LIMITS.depth));
    throw error;
  }
}

function firstLine({ message }: Error): string {
  return message.split('\n')[0] ?? '';
}

interface Surrounding {
  readonly path: string;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly depth: number;
  readonly lineOf: (offset: number) => number;
}

function elementOf(node: ParsedElement, around: Surrounding, place = ''): XmlElement {
  const written = Object.entries(node.attributes);
  const prefixes = new Map(around.prefixes);
  for (const [name, value] of written) {
    if (name === 'xmlns') prefixes.set('', value);
    if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value);
  }
  const [namespace, name] = resolved(node.name, prefixes, prefixes.get('') ?? '');
  const path = `${around.path}/${name}${place}`;
  const line = around.lineOf(node.start);
  if (around.depth >= DMN_LIMITS.depth) throw new DmnRefusal('TOO_DEEP', { path, line }, String(DMN_LIMITS.depth));
  const inner = { ...around, path, prefixes, depth: around.depth + 1 };
  const texts = node.children.map((one) => (one instanceof XmlText || one instanceof XmlCdata ? one.text : ''));
  return {
    name,
    namespace,
    attributes: new Map(written.map(([key, value]) => [attributeName(key, prefixes), value])),
    children: childrenOf(node, inner),
    text: texts.join(''),
    path,
    line,
  };
}

/** Those of one name are counted from 1, as people and XPath do. */
function childrenOf(node: ParsedElement, inner: Surrounding): readonly XmlElement[] {
  const counts = new Map<string, number>();
  return node.children.flatMap((child) => {
    if (!(child instanceof ParsedElement)) return [];
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    return [elementOf(child, inner, `[${count}]`)];
  });
}

function attributeName(written: string, prefixes: ReadonlyMap<string, string>): string {
  const [namespace, name] = resolved(written, prefixes, '');
  return namespace === '' ? name : `{${namespace}}${name}`;
}

/** A prefix nobody declared stands for a namespace of that name, which is nobody's. */
function resolved(written: string, prefixes: ReadonlyMap<string, string>, plain: string): readonly [string, string] {
  const colon = written.indexOf(':');
  if (colon < 0) return [plain, written];
  const prefix = written.slice(0, colon);
  return [prefixes.get(prefix) ?? prefix, written.slice(colon + 1)];
}

function lineStarts(xml: string): readonly number[] {
  return [...xml.matchAll(/\n/g)].map(({ index }) => index);
}

function lineAt(breaks: readonly number[], offset: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
