import type { Resolved, Unknown } from '../policy/resolve-parameter.ts';
import type { ParameterValue, Unit } from '../policy/unit.ts';
import type { Text } from '../text.ts';
import type { Explanation, Outcome, ParameterSource, Provenance } from './explanation.ts';

type Named = Pick<Explanation, 'id' | 'label'>;

/** With every key, in one order: whoever reads a tree of thousands meets one kind of object. */
export function explanationOf({
  id,
  label,
  outcome = null,
  value = null,
  unit = null,
  per = null,
  source = null,
  children = NOTHING,
  who,
  option,
  expected,
  formula,
  tableRow,
  lacksRow,
  missing,
}: Named & Partial<Explanation>): Explanation {
  return {
    id,
    label,
    outcome,
    value,
    unit,
    per,
    source,
    children,
    who,
    option,
    expected,
    formula,
    tableRow,
    lacksRow,
    missing,
  };
}

const NOTHING: readonly Explanation[] = [];

/** A statement that holds, does not hold, or is not yet known. */
export function condition(
  id: string,
  label: Text,
  outcome: Outcome,
  children: readonly Explanation[] = [],
): Explanation {
  return explanationOf({ id, label, outcome, children });
}

export interface FactFigure {
  readonly id: string;
  readonly label: Text;
  readonly value: ParameterValue | null;
  readonly unit: Unit;
  readonly provenance: Provenance;
}

export function fact({ id, label, value, unit, provenance }: FactFigure): Explanation {
  const outcome = value === null ? 'unknown' : null;
  return explanationOf({ id, label, outcome, value, unit, source: { kind: 'fact', provenance } });
}

/** A figure that follows from its children. */
export function calculation(
  figure: { readonly id: string; readonly label: Text; readonly value: ParameterValue; readonly unit: Unit },
  children: readonly Explanation[],
): Explanation {
  return explanationOf({ ...figure, source: { kind: 'calculation' }, children });
}

/** The figure the policy sets, with pack, clause and validity. */
export function parameter(resolved: Resolved | Unknown): Explanation {
  if (!resolved.known) {
    return explanationOf({ id: resolved.id, label: resolved.label ?? nameOf(resolved.id), outcome: 'unknown' });
  }
  return figureOf(resolved, {
    id: resolved.id,
    label: resolved.label,
    value: resolved.value,
    unit: resolved.unit,
  });
}

/** One cell of a table parameter, with the source of the table. */
export function figureOf(
  resolved: Resolved,
  figure: { readonly id: string; readonly label: Text; readonly value: ParameterValue | null; readonly unit: Unit },
): Explanation {
  const { fromPack, clause } = resolved;
  const source: ParameterSource = {
    kind: 'parameter',
    packId: fromPack.id,
    packName: fromPack.name,
    packLevel: fromPack.level,
    clauseId: clause.id,
    instrumentTitle: clause.instrument.title,
    docNo: clause.instrument.docNo,
    article: clause.article.zh,
    articleEn: clause.article.en,
    from: resolved.from,
    to: resolved.to,
    sourceClass: resolved.sourceClass,
  };
  return explanationOf({ ...figure, per: resolved.per, source });
}

function nameOf(id: string): Text {
  return { zh: id, en: id };
}
