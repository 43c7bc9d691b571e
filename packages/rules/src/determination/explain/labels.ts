import type { OptionLabels } from '../../policy/pack.ts';
import type { Text } from '../../text.ts';
import type { RuleSet } from '../model/rule-model.ts';

/** What facts, variables, parameters and options are called. */
export interface Labels {
  readonly of: (id: string) => Text;
  /** Of a table's column: the table and the column. */
  readonly ofColumn: (table: string, column: string) => Text;
  /** As the fact, variable, parameter or column (`table.column`) of this id calls it; as any does, where that has none. */
  readonly ofOption: (code: string, id: string | null) => Text;
}

export function labelsOf({ facts, variables, parameters }: RuleSet): Labels {
  const named = [...facts, ...variables];
  const labels = new Map([
    ...named.map(({ id, label }) => [id, label] as const),
    ...parameters.map(({ id, definition }) => [id, definition.label] as const),
  ]);
  const options = new Map<string, ReadonlyMap<string, Text>>(
    named.map(({ id, options: own }) => [id, new Map(own.map((option) => [option.id, option.label]))]),
  );
  for (const { id, definition } of parameters) {
    if (definition.labels) options.set(id, new Map(Object.entries(definition.labels)));
    for (const column of definition.columns) {
      if (column.labels) options.set(`${id}.${column.id}`, new Map(Object.entries(column.labels)));
    }
  }
  const anybody = new Map([
    ...parameters.flatMap(({ definition }) => [definition, ...definition.columns].flatMap(labelled)),
    ...named.flatMap((one) => one.options.map((option) => [option.id, option.label] as const)),
  ]);
  const columns = new Map(
    parameters.flatMap(({ id, definition }) =>
      definition.columns.map((column) => [`${id} ${column.id}`, tableColumn(definition.label, column.label)] as const),
    ),
  );
  return {
    of: (id) => labels.get(id) ?? bare(id),
    ofColumn: (table, column) => columns.get(`${table} ${column}`) ?? bare(column),
    ofOption: (code, id) => options.get(id ?? '')?.get(code) ?? anybody.get(code) ?? bare(code),
  };
}

function labelled({ labels = {} }: { readonly labels?: OptionLabels | undefined }) {
  return Object.entries(labels);
}

function tableColumn(table: Text, column: Text): Text {
  return { zh: `${table.zh}（${column.zh}）`, en: `${table.en}: ${column.en}` };
}

function bare(id: string): Text {
  return { zh: id, en: id };
}
