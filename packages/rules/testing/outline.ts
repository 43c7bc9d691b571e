import type { Explanation, Source } from '../src/explanation/explanation.ts';

/** An explanation as lines: what was found, and where each figure comes from. */
export function outlineOf(explanation: Explanation, depth = 0): readonly string[] {
  const { id, outcome, value, unit, source, children } = explanation;
  const found = outcome ?? `${JSON.stringify(value)} ${unit}`;
  const line = [`${id}: ${found}`, ...(source ? [`(${originOf(source)})`] : [])].join(' ');
  return [`${'  '.repeat(depth)}${line}`, ...children.flatMap((child) => outlineOf(child, depth + 1))];
}

function originOf(source: Source): string {
  if (source.kind === 'fact') return source.provenance;
  return source.kind === 'calculation' ? 'calculated' : `${source.packId} ${source.clauseId}`;
}
