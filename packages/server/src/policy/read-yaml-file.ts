import { readFileSync, statSync } from 'node:fs';
import type { Text } from '@yimen/rules';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { inBoth, type PolicyMistake } from './policy-load-error.ts';
import { shapeProblems } from './shape-problem.ts';
import { yamlProblem } from './yaml-problem.ts';

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
  if (!statSync(path).isFile()) return refused(shown, { zh: '是目录，不是文件', en: 'is a folder, not a file' });
  if (statSync(path).size > LARGEST_FILE)
    return refused(shown, { zh: '文件超过 1 MB，请拆分', en: 'the file is larger than one megabyte: split it' });
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

  if (document.errors.length > 0) {
    const { line, reason } = yamlProblem(document.errors);
    return { content: undefined, mistakes: [{ file: shown, line, reason: inBoth(reason) }], placeOf };
  }
  const content = contentOf(document);
  if (content === undefined)
    return refused(shown, { zh: '别名互相引用的次数太多', en: 'names refer to names too many times' });
  const checked = schema.safeParse(content.value, { reportInput: true });
  if (checked.success) return { content: checked.data, mistakes: [], placeOf };
  if (content.value === null) return refused(shown, { zh: '文件是空的', en: 'the file is empty' });
  const mistakes = shapeProblems(checked.error, content.value).map(({ path: place, reason }) => ({
    ...placeOf(place),
    reason,
  }));
  return { content: undefined, mistakes, placeOf };
}

/** A pack is written by people; what is larger would hold up the start. */
const LARGEST_FILE = 1_000_000;

function refused(file: string, reason: Text): YamlFile<never> {
  return {
    content: undefined,
    mistakes: [{ file, line: 1, reason: inBoth(reason) }],
    placeOf: () => ({ file, line: 1 }),
  };
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
