import { Engine } from 'json-rules-engine';
import type { Peer, PeerHousehold } from './peer.ts';

/** It has conditions but no sums: the figures are worked out for it, and amounts are beyond it. */
export function jsonRulesPeer(): Peer {
  const engine = new Engine();
  const compare = (fact: string, operator: string, other: string) => ({ fact, operator, value: { fact: other } });
  const isDibao = [
    compare('monthlyIncome', 'lessThan', 'incomeLine'),
    compare('property', 'lessThanInclusive', 'dibaoProperty'),
    { fact: 'others', operator: 'greaterThan', value: 0 },
  ];
  engine.addRule({ conditions: { all: isDibao }, event: { type: 'dibao' } });
  engine.addRule({
    conditions: {
      all: [
        { not: { all: isDibao } },
        compare('perCapitaIncome', 'lessThanInclusive', 'edgeLine'),
        compare('property', 'lessThanInclusive', 'edgeProperty'),
      ],
    },
    event: { type: 'edge' },
  });
  return {
    name: 'json-rules-engine 7.3.1',
    part: 'conditions of dibao and edge only',
    determine: async (household) => {
      const { events } = await engine.run(workedOut(household));
      const has = (type: string) => events.some((event) => event.type === type);
      return { isDibao: has('dibao'), isEdge: has('edge'), dibaoAmount: null };
    },
  };
}

function workedOut({ members, property, standard }: PeerHousehold) {
  const size = members.length;
  const monthlyIncome = members.reduce(
    (sum, { pensionIncome, wageIncome, isEmployed }) =>
      sum + pensionIncome + wageIncome - (isEmployed ? Math.floor((wageIncome * 2_000) / 10_000) : 0),
    0,
  );
  return {
    property,
    monthlyIncome,
    perCapitaIncome: Math.floor(monthlyIncome / size),
    others: members.filter(({ isTekun }) => !isTekun).length,
    incomeLine: standard * size,
    dibaoProperty: standard * 24 * size,
    edgeLine: Math.floor((standard * 15_000) / 10_000),
    edgeProperty: standard * 36 * size,
  };
}
