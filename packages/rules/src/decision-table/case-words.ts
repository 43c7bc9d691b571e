import type { Environment } from '../determination/check/environment.ts';
import type { Core } from '../determination/core/core.ts';
import type { Language, Text } from '../text.ts';
import type { Case, Interval } from './case.ts';
import type { TableInput } from './decision-table.ts';
import type { Box } from './find-gaps.ts';
import type { InputCases } from './input-cases.ts';
import { pointText } from './points.ts';

/** What can come in a box, in the words of the columns; a column in which nothing is ruled out is left out. */
export function boxWords(
  box: Box,
  columns: readonly InputCases[],
  inputs: readonly TableInput[],
  env: Environment,
): Text {
  const parts = columns.flatMap((column, index) => {
    const bits = box[index] ?? 0n;
    const input = inputs[index];
    return bits === column.all || !input ? [] : [{ input, text: casesText(bits, column, env) }];
  });
  if (parts.length === 0) return { zh: '任何情形', en: 'everything' };
  const said = (language: Language) =>
    parts.map(({ input, text }) => `${input.label?.[language] ?? input.expression} ${text}`);
  return { zh: said('zh').join('，'), en: said('en').join(', ') };
}

/** All options; of numbers and days the first stretch. */
function casesText(bits: bigint, { cases, term, symbols }: InputCases, env: Environment): string {
  const own = cases.filter((_, index) => (bits >> BigInt(index)) & 1n);
  const text = (point: number) => pointText(term, point, env.catalogue.codes);
  const [first] = own;
  if (!first) return '';
  if (term.kind === 'code' || term.kind === 'flag') {
    return [...new Set(own.map(({ interval }) => text(interval.from)))].join(', ');
  }
  const { from, to } = firstStretch(own);
  const range = from === to ? text(from) : `[${text(from)}..${text(to)}]`;
  return [range, ...sideWords(first, symbols, env)].join(' ');
}

function firstStretch(cases: readonly Case[]): Interval {
  const [first, ...others] = cases.map(({ interval }) => interval);
  let stretch = first ?? { from: 0, to: 0 };
  for (const next of others) if (next.from === stretch.to + 1) stretch = { from: stretch.from, to: next.to };
  return stretch;
}

function sideWords({ sides }: Case, symbols: InputCases['symbols'], env: Environment): readonly string[] {
  return [...sides].map(([key, side]) => `(${side} ${nameOf(symbols.get(key), env)})`);
}

function nameOf(core: Core | undefined, { scope, catalogue: { scalars, slots } }: Environment): string {
  if (core?.op === 'parameter') return [...scalars.values()].find(({ slot }) => slot === core.slot)?.id ?? '…';
  if (core?.op !== 'read') return '…';
  // Outside a loop there is nobody else to read of.
  return slots[core.of === 'household' ? 'household' : scope][core.slot]?.id ?? '…';
}
