import type { Language } from '../text.ts';
import type { Explanation, Outcome, ParameterSource, Provenance } from './explanation.ts';
import { formatDateZh, formatValue } from './format-value.ts';

export interface ExplanationLine {
  /** 0 for the result, 1 for what it rests on, and so on. */
  readonly depth: number;
  readonly text: string;
}

/** The sentences of an explanation, result first. The same words for citizen, officer and letter. */
export function explain(node: Explanation, language: Language): readonly string[] {
  return explainLines(node, language).map((line) => line.text);
}

export function explainLines(node: Explanation, language: Language, depth = 0): readonly ExplanationLine[] {
  const text = language === 'zh' ? sentenceZh(node) : sentenceEn(node);
  return [{ depth, text }, ...node.children.flatMap((child) => explainLines(child, language, depth + 1))];
}

function sentenceZh(node: Explanation): string {
  const { source } = node;
  const label = node.label.zh;
  const value = formatValue(node, 'zh');
  if (source?.kind === 'fact') {
    const origin = `（${PROVENANCE[source.provenance].zh}）`;
    if (node.value === null) return `${label}：尚不清楚。`;
    return node.unit === 'flag' ? `${label}：${value}${origin}。` : `${label}为${value}${origin}。`;
  }
  if (node.outcome) return `${OUTCOME[node.outcome].zh}：${label}。`;
  if (source?.kind === 'parameter') return `${label}${isValue(node)}${value}，${basisZh(source)}。`;
  return `${label}为${value}。`;
}

function sentenceEn(node: Explanation): string {
  const { source } = node;
  const label = capitalised(node.label.en);
  const value = formatValue(node, 'en');
  if (source?.kind === 'fact') {
    if (node.value === null) return `${label}: not yet known.`;
    return `${label}: ${value} (${PROVENANCE[source.provenance].en}).`;
  }
  if (node.outcome) return `${OUTCOME[node.outcome].en}: ${node.label.en}.`;
  if (source?.kind === 'parameter') return `${label}: ${value}, ${basisEn(source)}.`;
  return `${label}: ${value}.`;
}

/** "封顶不设上限" and "需要先用完下级额度：是" read better than "为". */
function isValue(node: Explanation): string {
  if (node.value === null) return '';
  return node.unit === 'flag' ? '：' : '为';
}

function basisZh(source: ParameterSource): string {
  if (source.sourceClass === 'platform-default') {
    return '这是平台预设，尚未见到公布的规定，须由县级确认';
  }
  const number = source.docNo ? `（${source.docNo}）` : '';
  return `依据《${source.instrumentTitle.zh}》${number}${source.article}（${source.packName.zh}规定，${validityZh(source)}）`;
}

function validityZh(source: ParameterSource): string {
  const from = formatDateZh(source.from);
  return source.to ? `${from}至${formatDateZh(source.to)}有效` : `${from}起执行`;
}

function basisEn(source: ParameterSource): string {
  if (source.sourceClass === 'platform-default') {
    return 'a preset of the platform: no published figure was found and the county must confirm it';
  }
  const validity = source.to ? `valid ${source.from} to ${source.to}` : `since ${source.from}`;
  return `by ${source.instrumentTitle.en}, ${articleOf(source, 'en')} (set by ${source.packName.en}, ${validity})`;
}

/** The article a figure rests on, in the language of the reader. */
export function articleOf(source: ParameterSource, language: Language): string {
  return language === 'zh' ? source.article : (source.articleEn ?? source.article);
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
};
