import { readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './figures.ts';

const FILE = new URL('../../docs/benchmarks.md', import.meta.url);
const START = '<!-- measured by npm run bench:rules -->';
const END = '<!-- end of rules -->';
const WIDEST = 24;

export interface Run {
  readonly households: number;
  readonly persons: number;
  readonly cpu: string;
  readonly titles: ReadonlyMap<string, string>;
}

/** Prints the tables and keeps them in docs/benchmarks.md between their marks. */
export function writeReport(figures: readonly Figure[], run: Run, write: boolean): void {
  const sections = [...new Set(figures.map(({ section }) => section))];
  const text = [
    START,
    `Measured ${new Date().toISOString().slice(0, 10)} on ${run.cpu}, ${process.version}; ${run.households.toLocaleString('en')} households with ${run.persons.toLocaleString('en')} members.`,
    ...sections.flatMap((section) => [
      '',
      `**${run.titles.get(section) ?? section}**`,
      '',
      '| quantity | measured | asked for | |',
      '|---|---|---|---|',
      ...figures.filter((one) => one.section === section).map(row),
    ]),
    '',
    ...drawing(figures),
    END,
  ].join('\n');
  console.log(`\n${text}`);
  if (write) keep(text);
}

function row({ quantity, measured, bar, isKept }: Figure): string {
  const verdict = isKept ? '✓' : '⚠';
  return `| ${quantity} | ${measured} | ${bar} | ${isKept === null ? '' : verdict} |`;
}

/** Rates beside each other, on a scale where each step doubles: they differ by a factor of thousands. */
function drawing(figures: readonly Figure[]): readonly string[] {
  const rates = figures.flatMap(({ section, quantity, rate }) =>
    rate ? [{ name: `${section}: ${quantity}`, rate }] : [],
  );
  const largest = Math.max(...rates.map(({ rate }) => rate));
  const bars = rates
    .toSorted((one, other) => other.rate - one.rate)
    .map(({ name, rate }) => {
      const length = Math.max(1, WIDEST - Math.round(Math.log2(largest / rate)));
      return `${'█'.repeat(length).padEnd(WIDEST + 1)}${Math.round(rate).toLocaleString('en').padStart(12)}/s  ${name}`;
    });
  return ['Households a second; one character more is twice as fast.', '', '```', ...bars, '```'];
}

function keep(text: string): void {
  const whole = readFileSync(FILE, 'utf8');
  const [before, after] = [whole.indexOf(START), whole.indexOf(END)];
  if (before < 0 || after < 0) throw new Error('docs/benchmarks.md has lost its marks');
  writeFileSync(FILE, whole.slice(0, before) + text + whole.slice(after + END.length));
}
