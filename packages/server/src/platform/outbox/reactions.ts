import type { Tx } from '../db/database.ts';

export type Payload = Readonly<Record<string, unknown>>;
export type Reaction = (tx: Tx, payload: Payload, now: Date) => Promise<void>;
/** What one business does when something happened elsewhere, by event type. */
export type Reactions = Readonly<Record<string, Reaction>>;

/** Several businesses may react to the same event; they do so in this order, in one transaction. */
export function joinReactions(all: readonly Reactions[]): ReadonlyMap<string, readonly Reaction[]> {
  const joined = new Map<string, Reaction[]>();
  for (const [type, reaction] of all.flatMap((reactions) => Object.entries(reactions))) {
    joined.set(type, [...(joined.get(type) ?? []), reaction]);
  }
  return joined;
}
