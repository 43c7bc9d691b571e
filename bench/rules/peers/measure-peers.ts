import { batchFor, createResults, type HouseholdColumns, readValue, resultAt, valuesAt } from '@yimen/rules';
import { unknownIn } from '../batch-speed.ts';
import { type Figure, figure, thousands } from '../figures.ts';
import type { Subject } from '../subject.ts';
import { feelinPeer } from './feelin.ts';
import { jsonRulesPeer } from './json-rules.ts';
import type { Peer, PeerAnswer, PeerHousehold } from './peer.ts';
import { zenPeer } from './zen.ts';

const SECONDS = 4;
const RECORDED = ['isDibao', 'isEdge', 'dibaoAmount', 'isTekun'];

/** Other engines on the same households, and whether they come to the same. */
export async function measurePeers(subject: Subject, columns: HouseholdColumns): Promise<readonly Figure[]> {
  const { rules, rows } = subject;
  const results = createResults(rules, columns, RECORDED);
  batchFor(rules, RECORDED)({ columns, rows, results, unknownFacts: unknownIn(subject, columns) });
  const at = (id: string, index: number) => resultAt(rules, results, id, index);
  const count = Math.min(columns.size, 20_000);
  const households = Array.from({ length: count }, (_, index) => (index * 37) % columns.size).map((household) => ({
    given: householdAt(subject, columns, household, (member) => at('isTekun', member) === 1),
    ours: {
      isDibao: at('isDibao', household) === 1,
      isEdge: at('isEdge', household) === 1,
      dibaoAmount: at('dibaoAmount', household),
    },
  }));
  const figures: Figure[] = [];
  for (const peer of [zenPeer(), feelinPeer(), jsonRulesPeer()]) figures.push(await measure(peer, households));
  return figures;
}

interface Asked {
  readonly given: PeerHousehold;
  readonly ours: PeerAnswer;
}

async function measure({ name, part, determine }: Peer, households: readonly Asked[]): Promise<Figure> {
  for (const { given } of households.slice(0, 50)) await determine(given);
  const start = performance.now();
  let done = 0;
  let different = 0;
  for (const { given, ours } of households) {
    const answer = await determine(given);
    done += 1;
    const isSame =
      answer.isDibao === ours.isDibao &&
      answer.isEdge === ours.isEdge &&
      (answer.dibaoAmount === null || answer.dibaoAmount === ours.dibaoAmount);
    if (!isSame) different += 1;
    if (performance.now() - start > SECONDS * 1000) break;
  }
  const rate = (done / (performance.now() - start)) * 1000;
  const equal = different === 0 ? 'the same answers' : `${different} of ${done} answers differ`;
  const measured = `${thousands(rate)} households/s, ${equal} on ${done.toLocaleString('en')}`;
  return { ...figure('peers', `${name}: ${part}`, measured), rate };
}

function householdAt(
  { rules, parameters }: Subject,
  columns: HouseholdColumns,
  household: number,
  isTekun: (member: number) => boolean,
): PeerHousehold {
  const values = valuesAt(rules, columns, household);
  const first = columns.offsets.person[household] ?? 0;
  const read = (id: string, index = 0) => readValue(rules, values, id, index);
  return {
    members: values.person.map((_, index) => ({
      wageIncome: Number(read('wageIncome', index)),
      pensionIncome: Number(read('pensionIncome', index)),
      isEmployed: read('isEmployed', index) === true,
      isTekun: isTekun(first + index),
    })),
    property: Number(read('property')),
    standard: Number(parameters[columns.rowOf[household] ?? 0]?.get('dibao.standard')),
  };
}
