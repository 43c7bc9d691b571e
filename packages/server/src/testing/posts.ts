import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { TestApi } from '../platform/testing/api.ts';
import { PLACES, type SmallCounty } from './small-county.ts';
import { insertHolders, insertPosts } from './store.ts';

type Place = keyof typeof PLACES;

/** Who holds more than one post, stands in for others, and is away for a while. */
export function postActs(api: TestApi, county: SmallCounty) {
  const accountOf = (login: string) => county.accounts[login] ?? '';

  /** One more post for somebody who holds one already. @returns the post. */
  async function secondPost(
    login: string,
    { role, office, place }: { role: contract.Role; office: string; place: Place },
  ): Promise<string> {
    const id = randomUUID();
    await api.services.database.transact(SYSTEM_CONTEXT, async (tx) => {
      const post = { id, office_id: county.offices[office] ?? '', role, region_code: PLACES[place] };
      await insertPosts(tx, [{ ...post, scope: contract.ROLES[role].scope, title: contract.ROLES[role].zh }]);
      await insertHolders(tx, [holder(id, accountOf(login), 'A')]);
    });
    return id;
  }

  async function substitute(postId: string, login: string): Promise<void> {
    await api.services.database.transact(SYSTEM_CONTEXT, (tx) =>
      insertHolders(tx, [holder(postId, accountOf(login), 'B')]),
    );
  }

  /** While somebody is away; back at work afterwards. */
  async function whileAway<T>(login: string, work: () => Promise<T>): Promise<T> {
    const now = api.clock.now().getTime();
    const [fromAt, toAt] = [now - 3_600_000, now + 86_400_000].map((at) => new Date(at).toISOString());
    const session = await county.as(login);
    const body = { fromAt: fromAt ?? '', toAt: toAt ?? '', reason: '外出培训' };
    const made = await api.call(contract.recordAbsence, { body }, { session });
    if (made.status !== 200) throw new Error(`absence: ${made.text}`);
    const done = await work();
    await api.call(contract.endAbsence, { params: { id: made.body.id } }, { session });
    return done;
  }

  return { secondPost, substitute, whileAway };
}

function holder(postId: string, accountId: string, kind: 'A' | 'B') {
  return { id: randomUUID(), post_id: postId, account_id: accountId, kind, from_date: '2020-01-01' };
}
