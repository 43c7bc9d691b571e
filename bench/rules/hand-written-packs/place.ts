import type { Catalogue, PolicyRow } from '@yimen/rules';

/** The figures of one place. */
export interface Place {
  /** What the nation gives every place: refused where it is missing. */
  readonly figure: (id: string) => number;
  /** What a place may not have set: NaN, and what follows from it is not known. */
  readonly open: (id: string) => number;
  /** 1 for each option in the list. */
  readonly listed: (id: string) => Uint8Array;
  /** By the options of the first column, in their order here; NaN where there is no row, twice for no option at all. */
  readonly column: (id: string, column: string, keys: readonly number[]) => Float64Array;
}

export function placeOf({ scalars, tables }: Catalogue, row: PolicyRow): Place {
  const open = (id: string) => {
    const parameter = scalars.get(id);
    if (!parameter) throw new Error(`there is no parameter ${id}`);
    return row.scalars[parameter.slot] ?? Number.NaN;
  };
  const tableOf = (id: string) => {
    const parameter = tables.get(id);
    const table = parameter && row.tables[parameter.slot];
    if (!table) throw new Error(`there is no table ${id}`);
    return { columns: parameter.columns, table };
  };
  return {
    open,
    figure: (id) => {
      const value = open(id);
      if (Number.isNaN(value)) throw new Error(`${id} is not set here`);
      return value;
    },
    listed: (id) => {
      const { table } = tableOf(id);
      const set = new Uint8Array(256);
      if (!table.isKnown) throw new Error(`${id} is not set here`);
      for (const option of table.columns[0] ?? []) set[option] = 1;
      return set;
    },
    column: (id, column, keys) => {
      const { columns, table } = tableOf(id);
      const at = columns.findIndex((one) => one.id === column);
      if (at < 0) throw new Error(`${id} has no column ${column}`);
      return Float64Array.from(keys, (key) => {
        const index = table.columns[0]?.indexOf(key) ?? -1;
        return (index < 0 ? undefined : table.columns[at]?.[index]) ?? Number.NaN;
      });
    },
  };
}
