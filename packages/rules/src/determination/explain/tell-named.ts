import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Entry } from '../check/catalogue.ts';
import type { CoreOf } from '../core/core.ts';
import { whoseValue } from './at.ts';
import { toldValue } from './measure.ts';
import { always, figureOf, findEntry, findOption, operation } from './small-parts.ts';
import { addEntry, addParameter, valueIn } from './tell-entry.ts';
import { tellLookup } from './tell-lookup.ts';
import type { Tell, Teller } from './teller.ts';

/** A name: a fact, a variable, a parameter, a cell of a table, or a part of a duration. */
export function tellNamed(node: ExpressionOf<'name' | 'path'>, teller: Teller): Tell {
  const term = teller.parts.get(node);
  const core = term && 'core' in term ? term.core : undefined;
  switch (core?.op) {
    case 'read': {
      const entry = findEntry(core, teller);
      if (entry) return tellEntry(entry, core, teller);
      break;
    }
    case 'parameter': {
      const tell = tellParameter(core, teller);
      if (tell) return tell;
      break;
    }
    case 'cell':
      return tellCell(core, teller);
    case 'lookup':
      if (node.kind === 'path') return tellLookup(node, core, teller);
      break;
    default:
      break;
  }
  if (node.kind === 'path') return tellDuration(node, teller);
  // Only `monthsPerYear` is left: a figure of the calendar.
  const value = core?.op === 'constant' ? core.value : null;
  return always(figureOf({ value, unit: 'months', per: 'year' }));
}

export function tellEntry(entry: Entry, core: CoreOf<'read'>, { planOf, cursors }: Teller): Tell {
  const plan = planOf(entry);
  const whose = whoseValue(core.of, cursors);
  return {
    rule: plan.figure(Number.NaN, undefined),
    told: (at) => {
      const who = whose(at);
      addEntry(plan, who, at);
      return plan.figure(valueIn(entry, who, at.values), who);
    },
  };
}

function tellParameter({ slot }: CoreOf<'parameter'>, { labels, catalogue }: Teller): Tell | undefined {
  const parameter = [...catalogue.scalars.values()][slot];
  if (!parameter) return undefined;
  const { id, definition } = parameter;
  const { unit, per } = definition;
  const label = labels.of(id);
  return {
    rule: figureOf({ id, label, unit, per }),
    told: (at) => {
      addParameter(id, at);
      const value = toldValue(unit, at.row.scalars[slot] ?? Number.NaN, catalogue.codes);
      return figureOf({ id, label, value, unit, per, option: findOption(value, unit, id, labels.ofOption) });
    },
  };
}

/** Of the row a look-up is at. */
function tellCell({ table, column, loop }: CoreOf<'cell'>, { catalogue, cursors, labels }: Teller): Tell {
  const parameter = [...catalogue.tables.values()][table];
  const found = parameter?.columns[column];
  const id = `${parameter?.id}.${found?.id ?? ''}`;
  const unit = found?.unit ?? null;
  const label = labels.ofColumn(parameter?.id ?? '', found?.id ?? '');
  return {
    rule: figureOf({ id, label, unit }),
    told: ({ row }) => {
      const number = row.tables[table]?.columns[column]?.[cursors.get(loop)?.row ?? 0] ?? Number.NaN;
      const value = toldValue(unit, number, catalogue.codes);
      return figureOf({ id, label, value, unit, option: findOption(value, unit, id, labels.ofOption) });
    },
  };
}

/** Full years, the full months beyond them or days from one day to another. */
function tellDuration(node: ExpressionOf<'path'>, teller: Teller): Tell {
  const { source, name } = node;
  if (source.kind === 'call')
    return operation(name === 'years' ? 'yearsBetween' : 'monthsBeyondYears', given(source, teller));
  if (source.kind === 'arithmetic' && name === 'days') {
    return operation('daysBetween', [teller.figure(source.right), teller.figure(source.left)]);
  }
  return teller.figure(source);
}

function given({ given: { values } }: ExpressionOf<'call'>, teller: Teller): readonly Tell[] {
  return [...values.values()].map((value: Expression) => teller.figure(value));
}
