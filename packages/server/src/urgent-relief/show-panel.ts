import type { getUrgentRelief as contract, UrgentReliefPanel, Words } from '@yimen/contracts';
import { EVENT_KINDS } from '@yimen/contracts';
import { addDays, explain, resolveInteger } from '@yimen/rules';
import { findRelationToCase, policyFor } from '../casework/index.ts';
import { EVENT_KIND_WORDS } from '../discovery/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { findEpisode } from './episode-store.ts';
import { findGranted } from './ladder-count.ts';
import { levelLabels, showLadder } from './ladder-view.ts';
import { levelOf } from './level-permission.ts';
import { grantActions, panelActions, paperActions } from './panel-actions.ts';
import { findPanel, listEarlierAid, type RawGrant, type RawPanel } from './queries.ts';

/** Ladder, grants, payments, papers owed and what this post may do about each. */
export async function showPanel(services: Services, act: Act<typeof contract>): Promise<UrgentReliefPanel> {
  const { tx, params, now, actor } = act;
  const [raw, relation] = await inOneFlight(
    () => findPanel(tx, params.id, now),
    () => findRelationToCase(tx, actor, params.id),
  );
  if (!raw) throw refused('NOT_FOUND');
  act.note({ subjectType: 'case', subjectId: params.id });
  const policy = policyFor(services, raw.regionCode, now);
  const episodeId = await findEpisode(tx, raw);
  // Where caps are a person's, of the payee the form starts with.
  const holders = { householdId: raw.householdId, personId: raw.payees[0]?.personId };
  const ladder = showLadder(policy, await findGranted(tx, policy, episodeId, holders));
  const labels = levelLabels(policy);
  const relative = relation !== undefined;
  return {
    caseId: params.id,
    caseVersion: raw.caseVersion,
    episodeId: episodeId ?? null,
    ladder,
    grants: raw.grants.map((grant) => showGrant(grant, raw, actor, relative, labels)),
    conferences: raw.conferences.map(({ recorderIds: _, ...conference }) => conference),
    papers: raw.papers.map((paper) => ({
      ...paper,
      photoIds: [],
      availableActions: paperActions(paper, raw, actor, relative),
    })),
    earlier: await earlierAid(act, raw, policyWindow(policy)),
    afterChecks: raw.afterChecks.map(({ officeId: _, ...check }) => check),
    handedUp: raw.handedUp,
    payees: raw.payees,
    availableActions: panelActions(raw, actor, relative),
  };
}

function policyWindow(policy: Parameters<typeof resolveInteger>[0]): number {
  const window = resolveInteger(policy, 'urgentRelief.sameEventWindowDays');
  return window.known ? window.value : 0;
}

function showGrant(
  grant: RawGrant,
  panel: RawPanel,
  actor: Actor,
  relative: boolean,
  labels: ReadonlyMap<string, Words>,
): UrgentReliefPanel['grants'][number] {
  const { proposerIds: _, approverIds: __, ...rest } = grant;
  return {
    ...rest,
    level: levelOf(grant.level),
    levelLabel: labels.get(grant.level) ?? { zh: grant.level, en: grant.level },
    // Written by proposeGrant from the rules' own tree.
    sentences: {
      zh: [...explain(grant.explanation as Parameters<typeof explain>[0], 'zh')],
      en: [...explain(grant.explanation as Parameters<typeof explain>[0], 'en')],
    },
    availableActions: grantActions(grant, panel, actor, relative),
  };
}

async function earlierAid(
  act: Act<typeof contract>,
  panel: RawPanel,
  windowDays: number,
): Promise<UrgentReliefPanel['earlier']> {
  const rows = await listEarlierAid(act.tx, panel.householdId, panel.eventKind, addDays(panel.occurredOn, -windowDays));
  const kind = EVENT_KINDS.find((one) => one === panel.eventKind) ?? 'other';
  return rows
    .filter((row) => row.case_id !== act.params.id)
    .map((row) => ({
      grantId: row.grant_id,
      caseNo: row.case_no,
      amountFen: row.amount_fen,
      level: levelOf(row.level),
      paidAt: row.approved_at?.toISOString() ?? null,
      officeName: row.office_name,
      eventWords: `${EVENT_KIND_WORDS[kind].zh} ${row.occurred_on}（${civilDate(row.approved_at ?? act.now)}）`,
    }));
}
