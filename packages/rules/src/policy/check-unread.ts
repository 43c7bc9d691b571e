import type { DecisionTable } from '../decision-table/decision-table.ts';
import type { Pack, Procedure, Programme, Rule } from './pack.ts';
import type { PackIssue } from './pack-issue.ts';
import { chainOf } from './policy-on.ts';

/**
 * A figure somebody sets and nothing reads, or a question somebody answers for nothing: each must be read by a rule, a
 * programme or a procedure of its place or of one below, or be asked for by the code.
 */
export function checkUnread(packs: ReadonlyMap<string, Pack>, readByCode: readonly string[]): readonly PackIssue[] {
  const readers = [...packs.values()].map((pack) => ({
    places: new Set(chainOf({ packs }, pack.id).map(({ id }) => id)),
    names: namesReadIn(pack),
  }));
  const isRead = (pack: Pack, id: string) =>
    readByCode.includes(id) || readers.some(({ places, names }) => places.has(pack.id) && names.has(id));
  return [...packs.values()].flatMap((pack) => [
    ...pack.parameters.flatMap(({ id, definition }, index) =>
      definition === null || isRead(pack, id) ? [] : [unread(pack, 'parameters', index, id)],
    ),
    ...pack.questions.flatMap(({ id }, index) => (isRead(pack, id) ? [] : [unread(pack, 'questions', index, id)])),
  ]);
}

function unread({ id: packId }: Pack, file: 'parameters' | 'questions', index: number, id: string): PackIssue {
  const reason = {
    zh: `${id} 没有被规则、项目、程序或平台读取：没有用处，或者名称写错`,
    en: `${id} is read by no rule, programme or procedure, nor by the code`,
  };
  return { packId, file, path: [index, 'id'], reason };
}

function namesReadIn({ rules, programmes, procedures }: Pack): ReadonlySet<string> {
  const written = rules.flatMap(textsOf).flatMap(namesWritten);
  return new Set([...written, ...programmes.flatMap(namedBy), ...procedures.flatMap(parametersOf)]);
}

function textsOf({ versions }: Rule): readonly string[] {
  return versions.flatMap(({ expression, table }) => (table ? tableTexts(table) : (expression ?? [])));
}

function tableTexts({ inputs, rules, default: otherwise }: DecisionTable): readonly string[] {
  const cells = rules.flatMap(({ when, result }) => [...when, result]);
  return [...inputs.map(({ expression }) => expression), ...cells, ...(otherwise === undefined ? [] : [otherwise])];
}

/** `a.b.c` names what may be a parameter (`a.b.c`, `a.b`) or a fact of somebody (`b`); what stands in quotes names nothing. */
function namesWritten(text: string): readonly string[] {
  const paths = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').match(/[A-Za-z]\w*(?:\.[A-Za-z]\w*)*/g) ?? [];
  return paths.flatMap((path) => {
    const parts = path.split('.');
    return [...parts, ...parts.map((_, index) => parts.slice(0, index + 1).join('.'))];
  });
}

function namedBy(programme: Programme): readonly string[] {
  const { documents, decider, limits, publicity, reviewEvery } = programme;
  const named = [...documents.map(({ when }) => when), decider?.delegatedWhen ?? null, reviewEvery];
  return [...named, ...[...limits, ...publicity].map(({ parameter }) => parameter)].filter((id) => id !== null);
}

function parametersOf({ steps }: Procedure): readonly string[] {
  const named = steps.flatMap(({ limit, skippableWhen }) => [limit?.parameter, skippableWhen?.id]);
  return named.filter((id) => id !== undefined);
}
