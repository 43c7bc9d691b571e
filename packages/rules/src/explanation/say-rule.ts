import type { Explanation, Outcome, RuleSource } from './explanation.ts';
import { sayBasis } from './say-basis.ts';
import { sayFormula } from './say-formula.ts';
import { sayTableRow } from './say-table-row.ts';
import { sayValue } from './say-value.ts';
import { type Saying, sayingAbout, sayName } from './saying.ts';
import { fill, WORDS } from './words.ts';

/** A rule that holds or not in one line; a figure line by line: with names, with figures, and what it comes to. */
export function sayRule(node: Explanation, source: RuleSource, saying: Saying): readonly string[] {
  const { language } = saying;
  const comma = language === 'zh' ? '，' : ', ';
  const plain = sayingAbout(saying, undefined);
  const row = node.tableRow ? `${comma}${sayTableRow(node.tableRow, saying)}` : '';
  const basis = `${row}${comma}${sayBasis(source, language)}${WORDS.stop[language]}`;
  if (node.outcome !== null)
    return [
      `${said(sayName(node, plain), saying)}${ANSWERS[node.outcome][language]}${sayExpected(node, saying)}${basis}`,
    ];
  const name = sayName(node, plain);
  const { value, names, figures, isPlain } = calculationOf(node, sayingAbout(saying, node.who));
  if (isPlain) return [`${said(name, saying)}${names}${basis}`];
  return [
    `${name} = ${names}`,
    ...(figures === value || figures === names ? [] : [`= ${figures}`]),
    `= ${value}${basis}`,
  ];
}

interface Calculation {
  readonly value: string;
  readonly names: string;
  readonly figures: string;
  /** The names are the value itself, with the reason for it: 0元，因为…. */
  readonly isPlain: boolean;
}

export function calculationOf(node: Explanation, saying: Saying): Calculation {
  const value = sayValue(node, saying.language, node.label);
  if (!node.formula) return { value, names: value, figures: value, isPlain: true };
  const names = sayFormula(node.formula, 'names', saying);
  const figures = sayFormula(node.formula, 'figures', saying);
  // People and times that were counted are told as such: 3人, and not 3人 = 3.
  const isCounted = node.formula.kind === 'total' && node.formula.fold === 'count' && node.value !== null;
  if (isCounted) return { value: figures, names, figures, isPlain: false };
  // A calculation may begin with what it comes to: 10 = 100 − 90.
  const isReasoned = node.formula.kind === 'chosen' && figures === value && names.startsWith(value);
  return { value, names, figures, isPlain: names === value || isReasoned };
}

/** What was required, where that is not so. */
export function sayExpected({ expected, outcome, value }: Explanation, { language }: Saying): string {
  const is = outcome ?? (value === true ? 'yes' : 'no');
  if (expected === undefined || is === 'unknown' || (is === 'yes') === expected) return '';
  return fill(WORDS.required, language, '', (expected ? WORDS.yes : WORDS.no)[language]);
}

function said(name: string, { language }: Saying): string {
  return language === 'zh' ? `${name}：` : `${capitalised(name)}: `;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const ANSWERS: Readonly<Record<Outcome, { readonly zh: string; readonly en: string }>> = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknown: { zh: '尚不能确定', en: 'not yet known' },
};
