import { ZenEngine } from '@gorules/zen-engine';
import type { Peer } from './peer.ts';

const INCOME = '#.pensionIncome + #.wageIncome - (#.isEmployed ? floor(#.wageIncome * 0.2) : 0)';

const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ['monthlyIncome', `sum(map(members, ${INCOME}))`],
  ['memberCount', 'len(members)'],
  ['others', 'filter(members, not #.isTekun)'],
  [
    'isDibao',
    '$.monthlyIncome < standard * $.memberCount and property <= standard * 24 * $.memberCount and len($.others) > 0',
  ],
  ['othersIncome', `sum(map($.others, ${INCOME}))`],
  ['gap', 'standard * len($.others) - $.othersIncome'],
  ['dibaoAmount', '$.isDibao and $.gap > 0 ? ceil($.gap / 100) * 100 : 0'],
  [
    'isEdge',
    'not $.isDibao and floor($.monthlyIncome / $.memberCount) <= floor(standard * 1.5) and property <= standard * 36 * $.memberCount',
  ],
];

/** The rules engine in Rust, given one node of expressions. */
export function zenPeer(): Peer {
  const position = { x: 0, y: 0 };
  const node = (id: string, type: string, content?: unknown) => ({ id, name: id, type, position, content });
  const expressions = EXPRESSIONS.map(([key, value], index) => ({ id: String(index), key, value }));
  const decision = new ZenEngine().createDecision(
    Buffer.from(
      JSON.stringify({
        nodes: [node('in', 'inputNode'), node('rules', 'expressionNode', { expressions }), node('out', 'outputNode')],
        edges: [
          { id: 'one', sourceId: 'in', targetId: 'rules', type: 'edge' },
          { id: 'two', sourceId: 'rules', targetId: 'out', type: 'edge' },
        ],
      }),
    ),
  );
  return {
    name: '@gorules/zen-engine 0.54.0',
    part: 'dibao and edge',
    determine: async (household) => {
      const { result } = await decision.evaluate(household);
      return { isDibao: result.isDibao, isEdge: result.isEdge, dibaoAmount: result.dibaoAmount };
    },
  };
}
