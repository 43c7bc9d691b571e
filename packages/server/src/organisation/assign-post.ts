import type { BodyOf, assignPost as contract, Done, FieldError } from '@yimen/contracts';
import { unusedSince } from '../platform/auth/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Act } from '../platform/http/implement.ts';
import { Refused, refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { listEnabledAccounts } from './account-store.ts';
import {
  changePostRow,
  endHolders,
  type Holder,
  insertHolders,
  listHolders,
  lockPost,
  type NewHolder,
} from './post-store.ts';
import { requireAdministratorLeft, requireNoOpenWork } from './require-free-post.ts';
import { requireVersion } from './require-version.ts';

const SHUT_FOR_DISUSE = {
  zh: '此账号久未使用已停用，请先由系统管理员在“账号”页启用',
  en: 'Shut because nobody used it; the system administrator enables it on the page of accounts first',
};

/** Names A and the substitutes B of a post. Whoever stays in the same place keeps the date since when. */
export async function assignPost(
  services: Pick<Services, 'settings'>,
  { tx, params, body, now, note }: Act<typeof contract>,
): Promise<Done> {
  const post = await lockPost(tx, params.id);
  if (!post) throw refused('NOT_FOUND');
  const present = await listHolders(tx, post.id);
  requireVersion(post, body, holdersOf(present));
  if (!post.active) throw refused('STATE_CONFLICT', { postActive: false });
  const wanted = wantedHolders(body);
  await refuseUnfit(tx, body, present, unusedSince(services.settings, now));
  if (wanted.length === 0) await requireNoOpenWork(tx, [post.id]);
  const leaving = present.filter((holder) => !wanted.some((one) => isSame(one, holder)));
  const coming = wanted.filter((one) => !present.some((holder) => isSame(one, holder)));
  await endHolders(
    tx,
    leaving.map((holder) => holder.id),
    civilDate(now),
  );
  await insertHolders(tx, post.id, coming, civilDate(now));
  if (leaving.length > 0) await requireAdministratorLeft(tx, [post.role]);
  const version = await changePostRow(tx, post.id, {});
  note({
    subjectType: 'post',
    subjectId: post.id,
    details: { a: body.a, b: body.b, left: leaving.map((holder) => holder.accountId) },
  });
  return { id: post.id, version };
}

function wantedHolders({ a, b }: BodyOf<typeof contract>): NewHolder[] {
  const substitutes = b.map((accountId): NewHolder => ({ accountId, kind: 'B' }));
  return a === null ? substitutes : [{ accountId: a, kind: 'A' }, ...substitutes];
}

async function refuseUnfit(
  tx: Tx,
  { a, b }: BodyOf<typeof contract>,
  present: readonly Holder[],
  since: Date | null,
): Promise<void> {
  const named = [...(a === null ? [] : [{ path: 'a', id: a }]), ...b.map((id, index) => ({ path: `b.${index}`, id }))];
  const enabled = await listEnabledAccounts(
    tx,
    named.map(({ id }) => id),
    since,
  );
  const errors = named.flatMap(({ path, id }, index): FieldError[] => {
    if (named.findIndex((other) => other.id === id) < index)
      return [
        { path, message: { zh: '同一人不能既是 A 岗又是 B 岗，或重复指定', en: 'The same person is named twice' } },
      ];
    const account = enabled.find((one) => one.id === id);
    if (account === undefined)
      return [{ path, message: { zh: '没有这个账号，或已停用', en: 'No such account, or it is disabled' } }];
    // Whoever holds the post already does not hinder a change of the others.
    const comes = !present.some((holder) => holder.accountId === id);
    return account.unused && comes ? [{ path, message: SHUT_FOR_DISUSE }] : [];
  });
  if (errors.length > 0) throw new Refused('INVALID_INPUT', undefined, errors);
}

function isSame(wanted: NewHolder, present: Holder): boolean {
  return wanted.accountId === present.accountId && wanted.kind === present.kind;
}

function holdersOf(present: readonly Holder[]) {
  const named = (kind: string) =>
    present.filter((holder) => holder.kind === kind).map(({ accountId, name }) => ({ accountId, name }));
  return { a: named('A')[0] ?? null, b: named('B') };
}
