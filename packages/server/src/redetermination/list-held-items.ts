import type { listHeldItems as contract, HeldItem, ResponseOf } from '@yimen/contracts';
import { addDays } from '@yimen/rules';
import { rangeOf, regionName } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { changeWords, reasonWords } from './change-words.ts';
import { getRun } from './get-run.ts';
import { type ProgrammeNames, programmeNames } from './programme-names.ts';
import { listItemRows, type RawItem } from './queries.ts';

/** Who is held, in the order of places, with what stands and what would be. */
export async function listHeldItems(
  { policy }: Pick<Services, 'policy'>,
  { tx, actor, params, query, note }: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const run = await getRun(tx, actor, params.id);
  const { limit, cursor, region, ...filter } = query;
  const { from, to } = region === undefined ? { from: actor.regionCode, to: actor.regionTo } : rangeOf(region);
  const { items, nextCursor } = await listItemRows(tx, run.id, { ...filter, from, to }, { limit, cursor });
  note({ subjectType: 'redetermination', subjectId: run.id });
  const nameOf = programmeNames(policy, run.on);
  return { items: items.map((item) => shown(item, nameOf)), nextCursor };
}

function shown(item: RawItem, nameOf: ProgrammeNames): HeldItem {
  // Stored as the first day without.
  const exitUntil = item.exitUntil === null ? null : addDays(item.exitUntil, -1);
  return {
    ...item,
    exitUntil,
    regionName: regionName(item.regionCode),
    words: reasonWords(item.reason, exitUntil),
    changes: item.changes.map((change) => {
      const programmeName = nameOf(item.regionCode, change.programme);
      return {
        ...change,
        programmeName,
        words: changeWords(change.kind, programmeName, change.personName, change),
      };
    }),
  };
}
