import type { BodyOf, assignPost as contract, Done } from '@yimen/contracts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Act } from '../platform/http/implement.ts';
import { type FieldError, Refused, refused } from '../platform/refused.ts';
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

/** Names A and the substitutes B of a post. Whoever stays in the same place keeps the date since when. */
export async function assignPost({ tx, params, body, now, note }: Act<typeof contract>): Promise<Done> {
  const post = await lockPost(tx, params.id);
  if (!post) throw refused('NOT_FOUND');
  const present = await listHolders(tx, post.id);
  requireVersion(post, body, holdersOf(present));
  if (!post.active) throw refused('STATE_CONFLICT', { postActive: false });
  const wanted = wantedHolders(body);
  await refuseUnfit(tx, body);
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

async function refuseUnfit(tx: Tx, { a, b }: BodyOf<typeof contract>): Promise<void> {
  const named = [...(a === null ? [] : [{ path: 'a', id: a }]), ...b.map((id, index) => ({ path: `b.${index}`, id }))];
  const enabled = await listEnabledAccounts(
    tx,
    named.map(({ id }) => id),
  );
  const errors = named.flatMap(({ path, id }, index): FieldError[] => {
    if (named.findIndex((other) => other.id === id) < index)
      return [
        { path, message: { zh: '同一人不能既是 A 岗又是 B 岗，或重复指定', en: 'The same person is named twice' } },
      ];
    return enabled.includes(id)
      ? []
      : [{ path, message: { zh: '没有这个账号，或已停用', en: 'No such account, or it is disabled' } }];
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
