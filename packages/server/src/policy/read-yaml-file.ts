import { readFileSync, statSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { locatedErrorsOf } from '../platform/input/field-errors.ts';
import type { PolicyMistake } from './policy-load-error.ts';

type Path = readonly (string | number)[];

/** Where in which file. */
export type Place = Pick<PolicyMistake, 'file' | 'line'>;

/** A file that was read: its content, or what is wrong with it; `placeOf` finds a place again for later checks. */
export interface YamlFile<Content> {
  readonly content: Content | undefined;
  readonly mistakes: readonly PolicyMistake[];
  placeOf(path: Path): Place;
}

/** YAML 1.2 core: dates stay text, `no` stays a word. `shown` is the name used in messages. */
export function readYamlFile<Schema extends z.ZodType>(
  { path, shown }: { readonly path: string; readonly shown: string },
  schema: Schema,
): YamlFile<z.infer<Schema>> {
  if (!statSync(path).isFile()) return refused(shown, 'is a folder, not a file');
  if (statSync(path).size > LARGEST_FILE) return refused(shown, 'the file is larger than one megabyte: split it');
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, schema: 'core' });

  /** The nearest place that exists: a missing key is shown at its parent. */
  function lineOf(place: Path): number {
    for (let length = place.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(place.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  function placeOf(place: Path): Place {
    return { file: shown, line: lineOf(place) };
  }

  function mistakeAt(place: Path, message: string): PolicyMistake {
    return {
      ...placeOf(place),
      reason: place.length === 0 ? message : `${place.join('.')}: ${message}`,
    };
  }

  if (document.errors.length > 0) {
    const mistakes = syntaxErrors(document).map((error) => {
      return { file: shown, line: error.linePos?.[0].line ?? 1, reason: withoutPlace(error) };
    });
    return { content: undefined, mistakes, placeOf };
  }
  const content = contentOf(document);
  if (content === undefined) return refused(shown, 'names refer to names too many times');
  const checked = schema.safeParse(content.value, { reportInput: true });
  if (checked.success) return { content: checked.data, mistakes: [], placeOf };
  if (content.value === null) return refused(shown, 'the file is empty');
  const mistakes = locatedErrorsOf(checked.error).map(({ path: place, message }) =>
    mistakeAt(place, message.en.replace(/\.$/, '')),
  );
  return { content: undefined, mistakes, placeOf };
}

/** A pack is written by people; what is larger would hold up the start. */
const LARGEST_FILE = 1_000_000;

function refused(file: string, reason: string): YamlFile<never> {
  return { content: undefined, mistakes: [{ file, line: 1, reason }], placeOf: () => ({ file, line: 1 }) };
}

/** Line and column stand before it already. */
function withoutPlace({ message, code }: YAMLParseError): string {
  const [first = code] = message.split('\n');
  return first.replace(/ at line \d+, column \d+:?$/, '');
}

/** The parser walks down by calls: too deep a text ends in an overflow of the stack, and everything after it is a consequence. */
function syntaxErrors(document: Document.Parsed): readonly YAMLParseError[] {
  const overflow = document.errors.find(({ message }) => message.startsWith('Maximum call stack'));
  return overflow ? [{ ...overflow, message: 'the text is nested too deeply' }] : document.errors;
}

/** Undefined when aliases of aliases would fill the memory. */
function contentOf(document: Document.Parsed): { readonly value: unknown } | undefined {
  try {
    return { value: document.toJS() };
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Several files that are one list; a place in the list is found in the file it came from. */
export function joinLists<Schema extends z.ZodType>(
  files: readonly YamlFile<z.infer<Schema>>[],
  schema: Schema,
): YamlFile<z.infer<Schema>> {
  const mistakes = files.flatMap((file) => file.mistakes);
  const lists = files.map(({ content }) => (Array.isArray(content) ? content : []));
  // Read again so that the list has the type of its parts.
  const content = mistakes.length > 0 ? undefined : schema.parse(lists.flat());
  function placeOf([index, ...rest]: Path): Place {
    let left = Number(index ?? 0);
    for (const [at, list] of lists.entries()) {
      const file = files[at];
      if (file && left < list.length) return file.placeOf([left, ...rest]);
      left -= list.length;
    }
    return files[0]?.placeOf([]) ?? { file: '', line: 1 };
  }
  return { content, mistakes, placeOf };
}
