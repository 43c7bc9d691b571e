import type { BankLine } from './ledger.ts';
import type { Rig } from './rig.ts';

type Booked = { readonly state: string; readonly spends: number; readonly papers: number; readonly lines: string[] };

const BOOKED = `SELECT p.id::text AS id, p.state,
    (SELECT count(*)::int FROM yimen.transfer t WHERE t.payment_id = p.id AND t.kind = 'spend') AS spends,
    (SELECT count(*)::int FROM yimen.relief_paper r WHERE r.case_id = p.case_id) AS papers,
    ARRAY(SELECT l.outcome FROM yimen.bank_return_line l WHERE l.payment_id = p.id ORDER BY l.outcome) AS lines
  FROM yimen.payment p WHERE p.method = 'bank'`;

/** Every line of a return file that was acknowledged stands there once, and moved money and opened papers once. */
export async function sweepBank(rig: Rig, acknowledged: readonly BankLine[]): Promise<string[]> {
  const { rows } = await rig.owner.query<Booked & { id: string }>(BOOKED);
  const booked = new Map(rows.map((row) => [row.id, row]));
  const wanted = Map.groupBy(acknowledged, ({ paymentId }) => paymentId);
  // The same aid to the same household owes the same papers.
  const papersOnce = Math.min(...rows.filter(({ state }) => state === 'paid').map(({ papers }) => papers));
  const wrong = [...wanted].flatMap(([id, lines]) => differences(id, lines, booked.get(id), papersOnce));
  const extra = rows.filter(({ id, lines }) => lines.length > 0 && !wanted.has(id));
  return [...wrong, ...extra.map(({ id }) => `bank lines of payment ${id} booked but never acknowledged`)];
}

function differences(id: string, lines: readonly BankLine[], booked: Booked | undefined, papersOnce: number): string[] {
  const isPaid = lines.some(({ outcome }) => outcome === 'success');
  const expected = {
    state: isPaid ? 'paid' : 'failed',
    spends: isPaid ? 1 : 0,
    papers: isPaid ? papersOnce : 0,
    lines: lines.map(({ outcome }) => outcome).toSorted(),
  };
  const found = booked && { state: booked.state, spends: booked.spends, papers: booked.papers, lines: booked.lines };
  const isSame = JSON.stringify(found) === JSON.stringify(expected) && (!isPaid || papersOnce > 0);
  return isSame
    ? []
    : [`bank payment ${id}: ${JSON.stringify(found ?? 'lost')} instead of ${JSON.stringify(expected)}`];
}
