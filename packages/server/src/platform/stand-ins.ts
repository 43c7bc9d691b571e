import type { Actor } from './http/actor.ts';

export type Doer = Pick<Actor, 'accountId' | 'behalfAccountId'>;

/** The person who acts and, for a substitute, the person acted for: neither may stand on both sides. */
export function standIns(actor: Doer): string[] {
  return actor.behalfAccountId ? [actor.accountId, actor.behalfAccountId] : [actor.accountId];
}

/** Whether one of them is among these people. */
export function isAmong(actor: Doer, people: readonly (string | null)[]): boolean {
  return standIns(actor).some((account) => people.includes(account));
}
