import type { StandingOutcomes } from '../assessment/index.ts';
import { ByteWriter } from './packed-bytes.ts';
import { type OutcomeLayout, packedNumber } from './packed-outcomes.ts';

const NO = packedNumber('no', null);

/** What was determined last, by the people it is for: members who came since have nothing, those who left keep theirs. */
export function packStanding(
  { outcomes }: StandingOutcomes,
  personIds: readonly string[],
): { readonly layout: OutcomeLayout; readonly bytes: Buffer } {
  const layout = [...new Map(outcomes.map(({ programme, on }) => [programme, { programme, on }])).values()];
  const events = outcomes.reduce((most, { on, index }) => (on === 'event' ? Math.max(most, index + 1) : most), 0);
  const found = new Map(outcomes.map((one) => [`${one.programme} ${one.personId ?? one.index}`, one]));
  const writer = new ByteWriter();
  writer.whole(personIds.length);
  writer.whole(events);
  for (const { programme, on } of layout) {
    const keys = on === 'person' ? personIds : Array.from({ length: on === 'event' ? events : 1 }, (_, index) => index);
    for (const key of keys) {
      const one = found.get(`${programme} ${key}`);
      writer.whole(one ? packedNumber(one.outcome, one.amountFen) : NO);
    }
  }
  return { layout, bytes: writer.written() };
}
