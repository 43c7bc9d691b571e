import type { Instrument, Pack, Rule, Text } from '@yimen/rules';
import type { z } from 'zod';
import type {
  ClausesFile,
  PackFile,
  ParametersFile,
  ProceduresFile,
  ProgrammesFile,
  QuestionsFile,
  RulesFile,
  VectorsFile,
} from './pack-files.ts';

/** Contents of the files of a folder; undefined where a file did not pass. */
export interface PackContents {
  readonly pack: z.infer<typeof PackFile> | undefined;
  readonly clauses: z.infer<typeof ClausesFile> | undefined;
  readonly parameters: z.infer<typeof ParametersFile> | undefined;
  readonly rules: z.infer<typeof RulesFile> | undefined;
  readonly programmes: z.infer<typeof ProgrammesFile> | undefined;
  readonly procedures: z.infer<typeof ProceduresFile> | undefined;
  readonly questions: z.infer<typeof QuestionsFile> | undefined;
  readonly vectors: z.infer<typeof VectorsFile> | undefined;
}

/** The pack of the rules package; undefined unless every file passed. */
export function buildPack(contents: PackContents): Pack | undefined {
  const { pack, clauses, parameters, rules, programmes, procedures, questions, vectors } = contents;
  if (!pack || !clauses || !parameters || !rules || !programmes || !procedures || !questions || !vectors)
    return undefined;
  return {
    ...pack,
    instruments: clauses.map(instrumentOf),
    clauses: clauses.flatMap(({ id, clauses: own }) => own.map((clause) => ({ ...clause, instrument: id }))),
    parameters: parameters.map(({ id, define, values }) => ({
      id,
      definition: define,
      values: values.map(({ source, ...value }) => ({ ...value, sourceClass: source })),
    })),
    rules: rulesOf(rules),
    programmes,
    procedures,
    questions,
    vectors,
  };
}

/** Each under the last topic that was named above it. */
function rulesOf(entries: z.infer<typeof RulesFile>): readonly Rule[] {
  let topic: Text | undefined;
  return entries.map(({ id, define, versions, topic: next }) => {
    topic = next ?? topic;
    return { id, definition: define && topic ? { ...define, topic } : define, versions };
  });
}

function instrumentOf({ clauses: _, source, ...instrument }: z.infer<typeof ClausesFile>[number]): Instrument {
  return { ...instrument, sourceClass: source };
}
