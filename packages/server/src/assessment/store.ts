import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { AssessmentView } from '@yimen/contracts';
import { type DeterminationRecord, type Outcome, type RuleScope, recordText } from '@yimen/rules';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import type { Vault } from '../platform/vault/vault.ts';

/** What is kept to be listed; the determination with its facts stands sealed beside it. */
export type StoredAssessment = Omit<AssessmentView, 'determination' | 'reasons'>;

export type OpenedAssessment = {
  readonly stored: StoredAssessment;
  /** Undefined: made before programmes were determined. */
  readonly kept: KeptRecord | undefined;
};

export type KeptRecord = {
  readonly record: DeterminationRecord;
  /** The very bytes that were kept, as text, and their hash as it was written down. */
  readonly text: string;
  readonly sha256: Buffer;
};

type Author = { readonly regionCode: string; readonly actor: { readonly accountId: string }; readonly now: Date };

/** Insert-only: an assessment is never changed, a new one is made. */
export async function insertAssessment(
  vault: Pick<Vault, 'sealBytes'>,
  tx: Tx,
  stored: StoredAssessment,
  record: DeterminationRecord,
  { regionCode, actor, now }: Author,
): Promise<void> {
  const text = recordText(record);
  const outcomes = record.outcomes.map(({ programme, on, index, outcome, amount }) => ({
    programme,
    on,
    index,
    outcome,
    amountFen: amount,
  }));
  await tx
    .insertInto('assessment')
    .values({
      id: stored.id,
      case_id: stored.caseId,
      region_code: regionCode,
      on_date: stored.on,
      policy_version: stored.policyVersion,
      inputs: JSON.stringify(stored.inputs),
      results: JSON.stringify({ ...stored, outcomes }),
      // Sealed bytes do not shrink: they are packed before.
      record_encrypted: vault.sealBytes('assessment', 'record', stored.id, deflateSync(text)),
      record_sha256: sha256(text),
      made_at: now,
      made_by: actor.accountId,
    })
    .execute();
}

export async function findAssessment(
  vault: Pick<Vault, 'openBytes'>,
  tx: Tx,
  id: string,
): Promise<OpenedAssessment | undefined> {
  const row = await tx
    .selectFrom('assessment')
    .select(['results', 'record_encrypted', 'record_sha256'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  // Written by insertAssessment above, never changed since; older ones name no members.
  const stored = { members: [], ...(row.results as object) } as unknown as StoredAssessment;
  if (!row.record_encrypted || !row.record_sha256) return { stored, kept: undefined };
  const text = inflateSync(vault.openBytes('assessment', 'record', id, row.record_encrypted)).toString('utf8');
  // Written by insertAssessment; the hash tells whether it still is that.
  return { stored, kept: { record: JSON.parse(text) as DeterminationRecord, text, sha256: row.record_sha256 } };
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

const MOST_LISTED = 50;

/** Of a case, the latest first. */
export async function listAssessmentsOf(tx: Tx, caseId: string) {
  return tx
    .selectFrom('assessment as s')
    .innerJoin('account as a', 'a.id', 's.made_by')
    .select(['s.id', 's.on_date', 's.made_at', 'a.name as made_by', 's.policy_version'])
    .where('s.case_id', '=', caseId)
    .orderBy('s.made_at', 'desc')
    .orderBy('s.id')
    .limit(MOST_LISTED)
    .execute();
}

/** What was determined last for a household and stands, with whom each outcome is for. */
export type StandingOutcomes = {
  readonly caseId: string;
  readonly assessmentId: string;
  readonly outcomes: readonly {
    readonly programme: string;
    readonly on: RuleScope;
    readonly index: number;
    readonly personId: string | null;
    readonly outcome: Outcome;
    readonly amountFen: number | null;
  }[];
};

const selectLast = fixedStatement<{ household: string }, { id: string; case_id: string; results: unknown }>(
  ({
    household,
  }) => sql`SELECT s.id, s.case_id, s.results FROM yimen."case" c JOIN yimen.assessment s ON s.case_id = c.id
    WHERE c.household_id = ${household} ORDER BY s.made_at DESC, s.id LIMIT 1`,
);

/** Undefined for a household that was never assessed. */
export async function findStandingOutcomes(tx: Tx, household: string): Promise<StandingOutcomes | undefined> {
  const [row] = await selectLast(tx, { household });
  if (!row) return undefined;
  // Written by insertAssessment; those made before programmes were determined name neither members nor outcomes.
  const { members = [], outcomes = [] } = row.results as {
    readonly members?: readonly { readonly personId: string }[];
    readonly outcomes?: readonly Omit<StandingOutcomes['outcomes'][number], 'personId'>[];
  };
  const personOf = (on: RuleScope, index: number) => (on === 'person' ? (members[index]?.personId ?? null) : null);
  return {
    caseId: row.case_id,
    assessmentId: row.id,
    outcomes: outcomes.map((one) => ({ ...one, personId: personOf(one.on, one.index) })),
  };
}
