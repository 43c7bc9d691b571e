import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENT = 'docs/requirements.md';
const STATES = ['**done**', 'part', 'next', 'framing'] as const;

type State = (typeof STATES)[number];
type Row = { number: string; state: string; cells: string[]; line: number };

/** Docs that lie are worse than none: every row's files exist, its tests are there by their titles, and the totals are right. */
export function checkRequirements(root: string): string[] {
  const text = readFileSync(join(root, DOCUMENT), 'utf8');
  const rows = readRows(text);
  const faults = rows.flatMap((row) =>
    checkRow(root, row).map((fault) => `${DOCUMENT}:${row.line} ${row.number} ${fault}`),
  );
  return [...faults, ...checkTotals(text, rows).map((fault) => `${DOCUMENT} ${fault}`)];
}

function readRows(text: string): Row[] {
  return text.split('\n').flatMap((line, index) => {
    const [number = '', , state = '', ...rest] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return /^R-\d{3}$/.test(number) ? [{ number, state, cells: [state, ...rest], line: index + 1 }] : [];
  });
}

function checkRow(root: string, { state, cells }: Row): string[] {
  const links = cells.flatMap((cell) => [...cell.matchAll(/\]\(\.\.\/([^)#]+)[^)]*\)/g)].map(([, path = '']) => path));
  const missing = links
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `names ${path}, which is not there`);
  const proof = cells.at(-1) ?? '';
  const isProven = proof.includes('.test.ts') || /vectors[^)]*\.yaml/.test(proof);
  const unproven = stateOf(state) === '**done**' && !isProven ? ['is done without a test'] : [];
  return [...missing, ...unproven, ...checkProof(root, proof)];
}

/** `[name](file) “words of a title”, “more”; [other](file) “…”` */
function checkProof(root: string, proof: string): string[] {
  return proof.split(/(?=\[[^\]]+\]\(\.\.\/)/).flatMap((part) => {
    const file = /\]\(\.\.\/([^)#]+)\)/.exec(part)?.[1];
    if (file === undefined) return /“/.test(part) ? [`quotes a title without a file: ${part.trim()}`] : [];
    const path = join(root, file);
    if (!existsSync(path) || statSync(path).isDirectory()) return [];
    const titles = readTitles(path);
    const words = [...part.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
    return words
      .filter((title) => !titles.some((known) => known.includes(title)))
      .map((title) => `${file} has no “${title}”`);
  });
}

/** Titles are written out or come from a table: every string of the file may be one, a comment may not. A vector has its id. */
function readTitles(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  if (path.endsWith('.yaml')) return [...source.matchAll(/^- id: (\S+)/gm)].map(([, id = '']) => id);
  const strings = source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g);
  return [...strings].map(([, ...kinds]) => (kinds.find((kind) => kind !== undefined) ?? '').replaceAll('\\', ''));
}

function checkTotals(text: string, rows: Row[]): string[] {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>;
  const unknown: string[] = [];
  for (const { state, number } of rows) {
    const known = stateOf(state);
    if (known === undefined) unknown.push(`${number} has the state “${state}”`);
    else counts[known] += 1;
  }
  const { '**done**': done, part, next, framing } = counts;
  const sentence = `Of ${rows.length} demands ${done} are done, ${part} in part, ${next} next, ${framing} framing.`;
  return text.includes(sentence) ? unknown : [...unknown, `should say: ${sentence}`];
}

function stateOf(text: string): State | undefined {
  return STATES.find((state) => text.split(/[:\s]/)[0] === state);
}
