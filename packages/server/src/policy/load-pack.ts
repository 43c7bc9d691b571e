import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PACK_FILES, type Pack, type PackFile, type PackIssue } from '@yimen/rules';
import type { z } from 'zod';
import { buildPack } from './build-pack.ts';
import * as files from './pack-files.ts';
import { inBoth, type PolicyMistake } from './policy-load-error.ts';
import { joinLists, readYamlFile, type YamlFile } from './read-yaml-file.ts';

/** One folder, read: the pack, or what is wrong with it, and a way to find the line of a later finding. */
export interface LoadedPack {
  readonly pack: Pack | undefined;
  readonly mistakes: readonly PolicyMistake[];
  locate(issue: PackIssue): PolicyMistake;
}

/** Folders that did not change since they were read are not read again: drafts and tests load the same packs many times. */
export function loadPack(root: string, folder: string): LoadedPack {
  const key = digestOf(join(root, folder), folder);
  const found = LOADED.get(key);
  if (found) return found;
  const loaded = readPack(root, folder);
  if (LOADED.size >= KEPT) LOADED.delete(LOADED.keys().next().value ?? '');
  LOADED.set(key, loaded);
  return loaded;
}

/** The other ending is not read, but refused. */
const YAML = /\.ya?ml$/;
const KEPT = 200;
const LOADED = new Map<string, LoadedPack>();

function digestOf(directory: string, folder: string): string {
  const hash = createHash('sha256').update(folder);
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!YAML.test(name)) continue;
    hash.update(`\n${name}\n`);
    const path = join(directory, name);
    // What is a folder, and no file, is found when it is read.
    if (statSync(path).isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

function readPack(root: string, folder: string): LoadedPack {
  const read = readFiles(root, folder);
  const locate = ({ file, path, reason }: PackIssue): PolicyMistake => ({
    ...read[file].placeOf(path),
    reason: inBoth(reason),
  });
  const mistakes = [...Object.values(read).flatMap((file) => file.mistakes), ...straysOf(root, folder)];
  const pack = buildPack({
    pack: read.pack.content,
    clauses: read.clauses.content,
    parameters: read.parameters.content,
    rules: read.rules.content,
    programmes: read.programmes.content,
    procedures: read.procedures.content,
    questions: read.questions.content,
    vectors: read.vectors.content,
  });
  if (!pack || pack.id === folder) return { pack, mistakes, locate };
  const reason = {
    zh: `目录名为 ${folder}，与 id ${pack.id} 不同`,
    en: `the folder is called ${folder}, not ${pack.id}`,
  };
  return {
    pack: undefined,
    mistakes: [locate({ packId: folder, file: 'pack', path: ['id'], reason })],
    locate,
  };
}

function readFiles(root: string, folder: string) {
  return {
    pack: readFile(root, folder, 'pack', files.PackFile),
    clauses: readFile(root, folder, 'clauses', files.ClausesFile),
    parameters: readFile(root, folder, 'parameters', files.ParametersFile),
    rules: readFile(root, folder, 'rules', files.RulesFile),
    programmes: readFile(root, folder, 'programmes', files.ProgrammesFile),
    procedures: readFile(root, folder, 'procedures', files.ProceduresFile),
    questions: readFile(root, folder, 'questions', files.QuestionsFile),
    vectors: readFile(root, folder, 'vectors', files.VectorsFile),
  };
}

/** A file of another name would be passed over, and what it says with it. */
function straysOf(root: string, folder: string): readonly PolicyMistake[] {
  const reason = inBoth({
    zh: `不会读取：文件名应为 ${PACK_FILES.join('、')} 之一加 .yaml，或者放在这样命名的目录里`,
    en: `is not read: a file is called ${PACK_FILES.join(', ')} with .yaml, or lies in a folder of that name`,
  });
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => YAML.test(name) && !READ.test(name))
    .sort()
    .map((name) => ({ file: `${folder}/${name}`, line: 1, reason }));
}

const READ = new RegExp(`^(${PACK_FILES.join('|')})(/[^/]+)?\\.yaml$`);

/** Only pack.yaml must exist. What is long is a folder of that name: its files are one list, in the order of their names. */
function readFile<Schema extends z.ZodType>(
  root: string,
  folder: string,
  file: PackFile,
  schema: Schema,
): YamlFile<z.infer<Schema>> {
  const names = [`${file}.yaml`, ...yamlFilesIn(join(root, folder, file)).map((name) => `${file}/${name}`)];
  const found = names
    .map((name) => ({ path: join(root, folder, name), shown: `${folder}/${name}` }))
    .filter(({ path }) => existsSync(path))
    .map((place) => readYamlFile(place, schema));
  const [only, ...others] = found;
  if (only) return others.length === 0 ? only : joinLists(found, schema);
  const shown = `${folder}/${file}.yaml`;
  const empty = schema.safeParse([]);
  const mistakes = empty.success
    ? []
    : [{ file: shown, line: 1, reason: inBoth({ zh: '缺少这个文件', en: 'the file is missing' }) }];
  return { content: empty.data, mistakes, placeOf: () => ({ file: shown, line: 1 }) };
}

function yamlFilesIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}
