import { parameter } from '../../explanation/build-explanation.ts';
import type { Explanation } from '../../explanation/explanation.ts';
import { outcomeOf } from '../../explanation/three-valued.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import { resolveParameter } from '../../policy/resolve-parameter.ts';
import type { Area } from '../../policy/unit.ts';
import type { Labels } from './labels.ts';
import type { Cell } from './teller.ts';

export interface PolicyFigures {
  readonly parameter: (id: string) => Explanation;
  /** One that is yes or no, as a condition: what it must be, where something is required. */
  readonly flag: (id: string, expected?: boolean) => Explanation;
  /** As the parameter, with the value and the row. */
  readonly cell: (cell: Cell) => Explanation;
}

/** The parameters of a place on a day, each resolved once: level, clause and validity are the same for every household. */
export function figuresOf(policy: PolicyOn, area: Area | null, labels: Labels): PolicyFigures {
  const known = new Map<string, Explanation>();
  const flags = new Map<boolean | undefined, Map<string, Explanation>>();

  function figure(id: string): Explanation {
    const found = known.get(id) ?? withOption(parameter(resolveParameter(policy, id, area)));
    known.set(id, found);
    return found;
  }

  function flag(id: string, expected?: boolean): Explanation {
    const told = flags.get(expected) ?? new Map<string, Explanation>();
    flags.set(expected, told);
    const whole = figure(id);
    const found = told.get(id) ?? {
      ...whole,
      outcome: outcomeOf(whole.value === null ? null : whole.value === true),
      expected,
    };
    told.set(id, found);
    return found;
  }

  /** Codes in words, also those of a list. */
  function withOption(told: Explanation): Explanation {
    const codes = typeof told.value === 'string' && told.unit === 'text' ? [told.value] : told.value;
    if (!Array.isArray(codes) || codes.length === 0) return told;
    const words = codes.flatMap((code) => (typeof code === 'string' ? labels.ofOption(code, told.id) : []));
    const option = { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
    return { ...told, option };
  }

  return {
    parameter: figure,
    flag,
    cell: ({ table, column, row, lacksRow, value, unit, per, option }: Cell): Explanation => {
      const whole = figure(table);
      const id = `${table}.${column}`;
      const label = labels.ofColumn(table, column);
      const found = row && { formula: row };
      if (value === null) {
        const open = { ...whole, id, label, outcome: 'unknown', value: null } as const;
        return lacksRow ? { ...open, ...found, label: whole.label, lacksRow } : open;
      }
      return { ...whole, id, label, value, unit: unit ?? 'count', per, option, ...found };
    },
  };
}
