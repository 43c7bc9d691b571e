import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack, PackFile, PackIssue } from '@yimen/rules';
import type { z } from 'zod';
import { buildPack } from './build-pack.ts';
import * as files from './pack-files.ts';
import type { PolicyMistake } from './policy-load-error.ts';
import { readYamlFile, type YamlFile } from './read-yaml-file.ts';

/** One folder, read: the pack, or what is wrong with it, and a way to find the line of a later finding. */
export interface LoadedPack {
  readonly pack: Pack | undefined;
  readonly mistakes: readonly PolicyMistake[];
  locate(issue: PackIssue): PolicyMistake;
}

export function loadPack(root: string, folder: string): LoadedPack {
  const read = readFiles(root, folder);
  const locate = (issue: PackIssue): PolicyMistake => ({
    file: `${folder}/${issue.file}.yaml`,
    line: read[issue.file].lineOf(issue.path),
    reason: issue.reason,
  });
  const mistakes = Object.values(read).flatMap((file) => file.mistakes);
  const pack = buildPack({
    pack: read.pack.content,
    clauses: read.clauses.content,
    parameters: read.parameters.content,
    programmes: read.programmes.content,
    procedures: read.procedures.content,
    questions: read.questions.content,
  });
  if (!pack || pack.id === folder) return { pack, mistakes, locate };
  const reason = `the folder is called ${folder}, not ${pack.id}`;
  return { pack: undefined, mistakes: [locate({ packId: folder, file: 'pack', path: ['id'], reason })], locate };
}

function readFiles(root: string, folder: string) {
  return {
    pack: readFile(root, folder, 'pack', files.PackFile),
    clauses: readFile(root, folder, 'clauses', files.ClausesFile),
    parameters: readFile(root, folder, 'parameters', files.ParametersFile),
    programmes: readFile(root, folder, 'programmes', files.ProgrammesFile),
    procedures: readFile(root, folder, 'procedures', files.ProceduresFile),
    questions: readFile(root, folder, 'questions', files.QuestionsFile),
  };
}

/** Only pack.yaml must exist; a file that is missing says nothing of its own. */
function readFile<Schema extends z.ZodType>(
  root: string,
  folder: string,
  file: PackFile,
  schema: Schema,
): YamlFile<z.infer<Schema>> {
  const shown = `${folder}/${file}.yaml`;
  const path = join(root, folder, `${file}.yaml`);
  if (existsSync(path)) return readYamlFile({ path, shown }, schema);
  const empty = schema.safeParse([]);
  const mistakes = empty.success ? [] : [{ file: shown, line: 1, reason: 'the file is missing' }];
  return { content: empty.data, mistakes, lineOf: () => 1 };
}
