import type { Explanation, Outcome, RuleSource } from './explanation.ts';
import type { Formula } from './formula.ts';
import { sayBasis } from './say-basis.ts';
import { sayFormula } from './say-formula.ts';
import { sayValue } from './say-value.ts';
import { type Saying, sayName } from './saying.ts';

/** A rule that holds or not in one line; a figure line by line: with names, with figures, and what it comes to. */
export function sayRule(node: Explanation, source: RuleSource, saying: Saying): readonly string[] {
  const { language } = saying;
  const stop = language === 'zh' ? '。' : '.';
  const name = sayName(node, { ...saying, about: undefined });
  const basis = `${language === 'zh' ? '，' : ', '}${sayBasis(source, language)}`;
  if (node.outcome !== null) return [`${said(name, saying)}${ANSWERS[node.outcome][language]}${basis}${stop}`];
  const value = sayValue(node, language, node.label);
  const lines = node.formula ? sayCalculation(node.formula, value, { ...saying, about: node.who }) : [];
  const [first, ...others] = lines;
  if (first === undefined) return [`${said(name, saying)}${value}${basis}${stop}`];
  return [`${name} = ${first}`, ...others.map((line) => `= ${line}`), `= ${value}${basis}${stop}`];
}

/** With the names, then with the figures; a line that says no more than the next is left out. */
export function sayCalculation(formula: Formula, value: string, saying: Saying): readonly string[] {
  const names = sayFormula(formula, 'names', saying);
  const figures = sayFormula(formula, 'figures', saying);
  return [names, figures].filter((line, index, all) => line !== value && all.indexOf(line) === index);
}

function said(name: string, { language }: Saying): string {
  return language === 'zh' ? `${name}：` : `${name.charAt(0).toUpperCase()}${name.slice(1)}: `;
}

export const ANSWERS: Readonly<Record<Outcome, { readonly zh: string; readonly en: string }>> = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknown: { zh: '尚不能确定', en: 'not yet known' },
};
