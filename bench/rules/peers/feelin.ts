import { evaluate } from 'feelin';
import type { Peer } from './peer.ts';

const STEPS: readonly (readonly [string, string])[] = [
  [
    'incomes',
    'for m in members return m.pensionIncome + m.wageIncome - (if m.isEmployed then floor(m.wageIncome * 0.2) else 0)',
  ],
  ['monthlyIncome', 'sum(incomes)'],
  ['memberCount', 'count(members)'],
  ['others', 'members[isTekun = false]'],
  [
    'isDibao',
    'monthlyIncome / memberCount < standard and property <= standard * 24 * memberCount and count(others) > 0',
  ],
  [
    'othersIncome',
    'sum(for m in others return m.pensionIncome + m.wageIncome - (if m.isEmployed then floor(m.wageIncome * 0.2) else 0))',
  ],
  ['dibaoAmount', 'if isDibao then ceiling(max(0, standard * count(others) - othersIncome) / 100) * 100 else 0'],
  ['perCapitaIncome', 'floor(monthlyIncome / memberCount)'],
  ['isEdge', 'not(isDibao) and perCapitaIncome <= floor(standard * 1.5) and property <= standard * 36 * memberCount'],
];

/** The FEEL interpreter of JavaScript, given nearly the same text. */
export function feelinPeer(): Peer {
  return {
    name: 'feelin 8.2.0',
    part: 'dibao and edge',
    determine: (household) => {
      const context: Record<string, unknown> = { ...household };
      for (const [name, text] of STEPS) context[name] = evaluate(text, context).value;
      return {
        isDibao: context['isDibao'] === true,
        isEdge: context['isEdge'] === true,
        dibaoAmount: Number(context['dibaoAmount']),
      };
    },
  };
}
