import type { Language } from '../text.ts';
import type { PolicySource } from './explanation.ts';
import { formatDateZh } from './format-value.ts';

/** By which article of which document, who set it, since when. The same source is put in words once. */
export function sayBasis(source: PolicySource, language: Language): string {
  const found = said[language].get(source);
  if (found !== undefined) return found;
  const text = language === 'zh' ? basisZh(source) : basisEn(source);
  said[language].set(source, text);
  return text;
}

const said = { zh: new WeakMap<PolicySource, string>(), en: new WeakMap<PolicySource, string>() };

function basisZh(source: PolicySource): string {
  if (source.sourceClass === 'platform-default') {
    return '这是平台预设，尚未见到公布的规定，须由县级确认';
  }
  const number = source.docNo ? `（${source.docNo}）` : '';
  return `依据《${source.instrumentTitle.zh}》${number}${source.article}（${source.packName.zh}规定，${validityZh(source)}）`;
}

function validityZh(source: PolicySource): string {
  const from = formatDateZh(source.from);
  return source.to ? `${from}至${formatDateZh(source.to)}有效` : `自${from}起适用`;
}

function basisEn(source: PolicySource): string {
  if (source.sourceClass === 'platform-default') {
    return 'a preset of the platform: no published figure was found and the county must confirm it';
  }
  const validity = source.to ? `valid ${source.from} to ${source.to}` : `applied since ${source.from}`;
  return `by ${source.instrumentTitle.en}, ${articleOf(source, 'en')} (set by ${source.packName.en}, ${validity})`;
}

/** The article a figure rests on, in the language of the reader. */
export function articleOf(source: PolicySource, language: Language): string {
  return language === 'zh' ? source.article : (source.articleEn ?? source.article);
}
