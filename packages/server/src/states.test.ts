import { readdirSync, readFileSync } from 'node:fs';
import { PERMISSIONS } from '@yimen/contracts';
import { type Machine, type MachineId, statesOf, transitions } from '@yimen/rules';
import { describe, expect, test } from 'vitest';

const MIGRATIONS = new URL('../migrations/', import.meta.url);
const sql = readdirSync(MIGRATIONS)
  .sort()
  .map((file) => readFileSync(new URL(file, MIGRATIONS), 'utf8'))
  .join('\n');

/** The constraint of the table that stores the states of a machine. */
const CONSTRAINTS: Readonly<Record<MachineId, string>> = {
  report: 'report_state',
  case: 'case_state',
  matter: 'matter_state',
  referral: 'referral_state',
  task: 'task_state',
  grant: 'relief_grant_state',
  paper: 'relief_paper_state',
  payment: 'payment_state',
  batch: 'payment_batch_state',
  pettyCashRequest: 'petty_cash_request_state',
  policyRelease: 'policy_release_state',
  redetermination: 'redetermination_state',
  heldItem: 'redetermination_item_state',
};
// Object.entries loses the literal names of the table.
const MACHINES = Object.entries(CONSTRAINTS) as [MachineId, string][];
const table: Readonly<Record<MachineId, Machine>> = transitions;

describe('the transition table and the database tell the same story', () => {
  test.each(MACHINES)('%s: %s allows exactly the states of the table', (machine, constraint) => {
    const found = new RegExp(`CONSTRAINT ${constraint} CHECK \\(state IN \\(([^)]*)\\)`).exec(sql);
    const stored = [...(found?.[1] ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1]);
    expect(stored.sort()).toEqual([...statesOf(machine)].sort());
  });

  test.each(MACHINES)('%s: whoever acts holds a permission that exists', (machine) => {
    const known: readonly string[] = [...PERMISSIONS, 'system'];
    const unknown = Object.values(table[machine]).flatMap(({ by }) => by.filter((one) => !known.includes(one)));
    expect(unknown).toEqual([]);
  });
});
