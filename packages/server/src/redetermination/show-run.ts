import type { getRedetermination, listRedeterminations, RedeterminationView, ResponseOf } from '@yimen/contracts';
import { regionName, townshipOf } from '../organisation/index.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { programmeNames } from './programme-names.ts';
import { countChanges, countItems, findRunRow, isDetermined, listRunRows, type RawRun } from './queries.ts';
import { runActions } from './run-actions.ts';

type With = Pick<Services, 'postNames' | 'policy'>;
type Asking = Pick<Act<typeof getRedetermination>, 'tx' | 'actor' | 'now'>;

export async function listRuns(
  services: With,
  act: Act<typeof listRedeterminations>,
): Promise<ResponseOf<typeof listRedeterminations>> {
  const { items, nextCursor } = await listRunRows(act.tx, act.actor, act.query);
  const due = act.actor.scope === 'region' && !(await isDetermined(act.tx, act.actor, services.policy.version));
  return { items: await shown(services, act, items), nextCursor, due };
}

/** One run with its progress, and what is held in the own remit. */
export async function showRun(
  services: With,
  act: Act<typeof getRedetermination>,
): Promise<ResponseOf<typeof getRedetermination>> {
  const found = await findRunRow(act.tx, act.actor, act.params.id);
  if (!found) throw refused('NOT_FOUND');
  const [counts, changes] = await inOneFlight(
    () => countItems(act.tx, found.id),
    () => countChanges(act.tx, found.id),
  );
  const nameOf = programmeNames(services.policy, found.on);
  const [view] = await shown(services, act, [found]);
  if (!view) throw refused('NOT_FOUND');
  const of = (state: string) => sum(counts.filter((one) => one.state === state));
  const byTownship = Map.groupBy(counts, ({ regionCode }) => townshipOf(regionCode));
  return {
    ...view,
    items: {
      open: of('open'),
      confirmed: of('confirmed'),
      dismissed: of('dismissed'),
      overtaken: of('overtaken'),
    },
    changes: changes.map((one) => ({ ...one, programmeName: nameOf(found.regionCode, one.programme) })),
    townships: [...byTownship].toSorted().map(([regionCode, own]) => ({
      regionCode,
      regionName: regionName(regionCode),
      open: sum(own.filter(({ state }) => state === 'open')),
      decided: sum(own.filter(({ state }) => state === 'confirmed' || state === 'dismissed')),
    })),
  };
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

async function shown(
  { postNames }: With,
  { tx, actor, now }: Asking,
  rows: readonly RawRun[],
): Promise<RedeterminationView[]> {
  const showPost = await postNames.open(
    tx,
    actor,
    rows.map(({ postId }) => postId),
  );
  return rows.map(({ postId, ...row }) => ({
    ...row,
    regionName: regionName(row.regionCode),
    post: showPost(postId),
    expectedAt: expectedAt(row, now),
    availableActions: runActions(actor, row),
  }));
}

/** At the pace so far. */
function expectedAt(
  {
    state,
    households,
    householdsDone,
    startedAt,
  }: Pick<RawRun, 'state' | 'households' | 'householdsDone' | 'startedAt'>,
  now: Date,
): string | null {
  if (state !== 'computing' || householdsDone === 0) return null;
  const spent = now.getTime() - Date.parse(startedAt);
  return new Date(now.getTime() + (spent * (households - householdsDone)) / householdsDone).toISOString();
}
