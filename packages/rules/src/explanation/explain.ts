import type { Language } from '../text.ts';
import type { Explanation, MissingRow, Outcome, Provenance } from './explanation.ts';
import { formatValue } from './format-value.ts';
import type { Formula } from './formula.ts';
import { sayBasis } from './say-basis.ts';
import { sayMissing } from './say-missing.ts';
import { sayNoRow, sayRow, tableOf } from './say-row.ts';
import { sayExpected, sayRule } from './say-rule.ts';
import { sayStatement } from './say-statement.ts';
import { sayValue } from './say-value.ts';
import { type Saying, type SayingOptions, sayingAbout, sayName } from './saying.ts';
import { startSaying } from './start-saying.ts';

export interface ExplanationLine {
  /** 0 for the result, 1 for what it rests on, and so on. */
  readonly depth: number;
  readonly text: string;
}

/** The sentences of an explanation, result first. The same words for citizen, officer and letter. */
export function explain(node: Explanation, language: Language, options: SayingOptions = {}): readonly string[] {
  const texts: string[] = [];
  addLines(node, 0, startSaying(language, options), (text) => texts.push(text));
  return texts;
}

export function explainLines(
  node: Explanation,
  language: Language,
  options: SayingOptions = {},
): readonly ExplanationLine[] {
  const lines: ExplanationLine[] = [];
  addLines(node, 0, startSaying(language, options), (text, depth) => lines.push({ depth, text }));
  return lines;
}

function addLines(node: Explanation, depth: number, saying: Saying, add: (text: string, depth: number) => void): void {
  for (const text of sentencesOf(node, saying)) add(text, depth);
  if (node.children.length === 0) return;
  const inner = sayingBelow(node, saying);
  for (const child of node.children) addLines(child, depth + 1, inner, add);
}

/** What one node is about, in a tree where the outcome is shown beside it: a name, or the condition as it stands. */
export function explainTitle(node: Explanation, language: Language, options: SayingOptions = {}): string {
  const saying = startSaying(language, options);
  if (!node.formula || node.source !== null) return sayName(node, saying);
  return stateWhose(node, node.formula, saying);
}

/** An explanation as sentences, still a tree: what each rests on stands below it. */
export interface ToldNode {
  readonly texts: readonly string[];
  readonly outcome: Outcome | null;
  readonly children: readonly ToldNode[];
}

export function explainTree(node: Explanation, language: Language, options: SayingOptions = {}): ToldNode {
  return told(node, startSaying(language, options));
}

function told(node: Explanation, saying: Saying): ToldNode {
  const inner = sayingBelow(node, saying);
  const children = node.children.map((child) => told(child, inner));
  return { texts: sentencesOf(node, saying), outcome: node.outcome, children };
}

/** Under a figure of somebody the conditions are theirs. */
function sayingBelow({ who, source }: Explanation, saying: Saying): Saying {
  return who || source?.kind === 'rule' ? sayingAbout(saying, who) : saying;
}

function sentencesOf(node: Explanation, saying: Saying): readonly string[] {
  if (node.formula && node.source === null) return [stated(node, node.formula, saying)];
  const sentences = node.source?.kind === 'rule' ? sayRule(node, node.source, saying) : [sentenceOf(node, saying)];
  return node.missing ? [...sentences, ...sayMissing(node, saying)] : sentences;
}

function sentenceOf(node: Explanation, saying: Saying): string {
  const name = sayName(node, sayingAbout(saying, undefined));
  return saying.language === 'zh' ? sentenceZh(name, node, saying) : sentenceEn(name, node, saying);
}

/** A condition inside a rule: it has no name of its own. */
function stated(node: Explanation, formula: Formula, saying: Saying): string {
  const { language } = saying;
  const whose = stateWhose(node, formula, saying);
  const outcome = OUTCOME[node.outcome ?? 'unknown'][language];
  return language === 'zh' ? `${outcome}：${whose}。` : `${outcome}: ${whose}.`;
}

/** Whose it is stands once, in front. */
function stateWhose({ who, outcome }: Explanation, formula: Formula, saying: Saying): string {
  if (!who) return sayStatement(formula, outcome, saying);
  const text = sayStatement(formula, outcome, sayingAbout(saying, who));
  return sayName({ label: { zh: text, en: text }, who }, saying);
}

function sentenceZh(label: string, node: Explanation, saying: Saying): string {
  const { source } = node;
  const value = figureIn(node, 'zh');
  if (source?.kind === 'fact') {
    const origin = `（${PROVENANCE[source.provenance].zh}）`;
    if (node.value === null) return `${label}：尚不清楚。`;
    return node.unit === 'flag'
      ? `${label}：${value}${origin}${sayExpected(node, saying)}。`
      : `${label}为${value}${origin}。`;
  }
  if (node.lacksRow) return `${OUTCOME.unknown.zh}：${sayNoRow(missingRow(node), saying)}。`;
  if (source?.kind === 'parameter' && node.outcome !== 'unknown')
    return `${label}${isValue(node)}${value}${rowOf(node, saying)}${sayExpected(node, saying)}，${sayBasis(source, 'zh')}。`;
  if (node.outcome) return `${OUTCOME[node.outcome].zh}：${label}。`;
  return `${label}为${value}。`;
}

function sentenceEn(name: string, node: Explanation, saying: Saying): string {
  const { source } = node;
  const label = capitalised(name);
  const value = figureIn(node, 'en');
  if (source?.kind === 'fact') {
    if (node.value === null) return `${label}: not yet known.`;
    return `${label}: ${value} (${PROVENANCE[source.provenance].en})${sayExpected(node, saying)}.`;
  }
  if (node.lacksRow) return `${OUTCOME.unknown.en}: ${sayNoRow(missingRow(node), saying)}.`;
  if (source?.kind === 'parameter' && node.outcome !== 'unknown')
    return `${label}: ${value}${rowOf(node, saying)}${sayExpected(node, saying)}, ${sayBasis(source, 'en')}.`;
  if (node.outcome) return `${OUTCOME[node.outcome].en}: ${name}.`;
  return `${label}: ${value}.`;
}

/** Facts are told as in a calculation: 1,500元/月, 65岁. */
function figureIn(node: Explanation, language: Language): string {
  const isTold = node.source?.kind === 'fact' || node.unit === 'years' || node.option;
  return isTold ? sayValue(node, language, node.label) : formatValue(node, language);
}

function rowOf({ formula, id }: Explanation, saying: Saying): string {
  return formula ? sayRow(formula, tableOf(id), saying) : '';
}

function missingRow({ id, label, formula }: Explanation): MissingRow {
  return { id, label, row: formula ?? null };
}

/** "封顶不设上限" and "需要先用完下级额度：是" read better than "为". */
function isValue(node: Explanation): string {
  if (node.value === null) return '';
  return node.unit === 'flag' ? '：' : '为';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const OUTCOME: Readonly<Record<Outcome, { readonly zh: string; readonly en: string }>> = {
  yes: { zh: '符合', en: 'Met' },
  no: { zh: '不符合', en: 'Not met' },
  unknown: { zh: '尚不能确定', en: 'Not yet known' },
};

const PROVENANCE: Readonly<Record<Provenance, { readonly zh: string; readonly en: string }>> = {
  stated: { zh: '本人陈述', en: 'stated by the person' },
  observed: { zh: '现场查看', en: 'seen on the spot' },
  document: { zh: '书面材料', en: 'from a paper' },
  dataSource: { zh: '部门数据', en: 'from a department’s data' },
  register: { zh: '平台记录', en: 'from the records of the platform' },
  officer: { zh: '经办人录入', en: 'entered by the officer' },
  assumed: { zh: '没有填写，试算时假定', en: 'not told, assumed for the screening' },
};
