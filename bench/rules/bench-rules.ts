import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import type { HouseholdColumns } from '@yimen/rules';
import { openPool, type Pool } from '../../packages/server/src/mass-determination/index.ts';
import { measureBatch, measureGrowth } from './batch-speed.ts';
import { measureDatabase } from './database-speed.ts';
import { compareAll } from './equality.ts';
import type { Figure } from './figures.ts';
import { type KeptState, openState } from './kept-state.ts';
import { measureOne } from './one-household.ts';
import { type BenchRulesOptions, SECTIONS, type Section } from './options.ts';
import { measurePeers } from './peers/measure-peers.ts';
import { realSubject } from './real-subject.ts';
import { referenceSubject } from './reference-subject.ts';
import { writeReport } from './report.ts';
import { measureSimulation } from './simulation-speed.ts';
import type { Subject } from './subject.ts';

const THREADS = 2;

/** Measures determination in every way it is done, on the same seeded households, in one run. */
export async function benchRules(options: BenchRulesOptions): Promise<void> {
  const real = realSubject();
  const subjects = [referenceSubject(), ...(real ? [real] : [])];
  const sources = subjects.map(({ source }) => source);
  const about = createHash('sha256')
    .update(JSON.stringify([sources, options.households]))
    .digest('hex');
  const kept = openState(about.slice(0, 16), options.resume);
  const figures: Figure[] = [];
  let persons = 0;
  for (const subject of subjects) {
    console.log(`${subject.title}: ${options.households.toLocaleString('en')} households are made`);
    const columns = subject.households(options.households);
    persons = columns.offsets.person[columns.size] ?? 0;
    figures.push(...(await measureSubject(subject, columns, options, kept)));
  }
  const titles = new Map([...subjects.map(({ name, title }) => [name, title] as const), ['peers', PEERS]]);
  const cpu = `${cpus().length} × ${cpus()[0]?.model ?? ''}`;
  writeReport(figures, { households: options.households, persons, cpu, titles }, options.write);
  if (options.sections.length === SECTIONS.length) kept.clear();
}

const PEERS = 'other engines on the same households of the reference set, one thread';

async function measureSubject(
  subject: Subject,
  columns: HouseholdColumns,
  options: BenchRulesOptions,
  kept: KeptState,
): Promise<readonly Figure[]> {
  const pool = await openPool(subject.source, THREADS);
  const figures: Figure[] = [];
  for (const section of options.sections) {
    if (section === 'peers' && subject.name !== 'reference') continue;
    const key = `${subject.name} ${section}`;
    const found = kept.findFigures(key) ?? (await measure(section, { subject, columns, pool, kept }));
    kept.keepFigures(key, found);
    for (const { quantity, measured, isKept } of found) {
      console.log(`  ${quantity}: ${measured}${isKept === false ? ' ⚠' : ''}`);
    }
    figures.push(...found);
  }
  await pool.close();
  return figures;
}

interface Measuring {
  readonly subject: Subject;
  readonly columns: HouseholdColumns;
  readonly pool: Pool;
  readonly kept: KeptState;
}

async function measure(section: Section, { subject, columns, pool, kept }: Measuring): Promise<readonly Figure[]> {
  switch (section) {
    case 'one':
      return measureOne(subject, columns);
    case 'batch':
      return measureBatch(subject, columns, pool);
    case 'growth':
      return measureGrowth(subject, columns);
    case 'simulation':
      return measureSimulation(subject, columns, pool);
    case 'equality':
      return compareAll(subject, columns, kept);
    case 'peers':
      return measurePeers(subject, columns);
    case 'database':
      return measureDatabase(subject, columns, pool, (text) => process.stdout.write(`\r  ${text}   `));
  }
}
