import { addDays } from '../../calendar/plain-date.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { RuleVersion } from '../../determination/model/rule-model.ts';
import { findRuleDefinition } from '../../determination/place/rule-set-of.ts';
import { versionsOf } from '../../determination/place/versions-of.ts';
import { fill } from '../../explanation/words.ts';
import type { Language, Text } from '../../text.ts';
import type { DatedExpression, PackChain } from '../pack.ts';
import { findRuleWords } from '../words/rule-labels.ts';
import { NO_CHANGE, NOTHING_LEFT } from './change-caution.ts';
import { type ChangeWords, sayChange } from './change-words.ts';
import { decisionTableDifference } from './decision-table-difference.ts';
import type { ChangeOf } from './policy-change.ts';

/** That a rule is set, rewritten or repealed, with what it said and says. */
export function describeVersion(chain: PackChain, { packId, target, version }: ChangeOf<'ruleVersion'>): ChangeWords {
  const definition = findRuleDefinition(chain, target);
  const label = definition?.label ?? { zh: target, en: target };
  const versionOn = (day: string) => versionsOf(target, chain).find(({ from, to }) => holdsOn(day, from, to));
  const before = versionOn(addDays(version.from, -1));
  const wouldBe = versionOn(version.from);
  const above = chain.slice(chain.findIndex(({ id }) => id === packId) + 1);
  const isLost =
    version.expression === null && !versionsOf(target, above).some(({ from, to }) => holdsOn(version.from, from, to));
  const told = sayChange({ ...version, chain, packId }, (language) => [
    ruleMoved(label, before !== undefined, version, language),
  ]);
  const rows = [
    ...expressionRows(chain, target, [before, version]),
    ...decisionTableDifference(before?.table, version.table, definition?.unit),
    ...sentenceRows(before?.sentence ?? null, version),
  ];
  const isNoChange = before && wouldBe && isSame(before, version) && isSame(wouldBe, version);
  const caution = isNoChange ? [NO_CHANGE] : [];
  return { ...told, rows, cautions: isLost ? [NOTHING_LEFT] : caution };
}

function isSame(before: RuleVersion, version: DatedExpression): boolean {
  const [was, is] = [before, version].map(({ expression, table = null, sentence }) =>
    canonicalJson([expression, table, sentence]),
  );
  return was === is;
}

/** In words, and as it is written. A table is told row by row instead. */
function expressionRows(
  chain: PackChain,
  target: string,
  [before, { expression, table }]: readonly [RuleVersion | undefined, DatedExpression],
): readonly Text[] {
  const old = before && !before.table ? before.expression : null;
  const now = table ? null : expression;
  const told = (words: Text, text: string | null): readonly Text[] => {
    if (text === null) return [];
    const said = findRuleWords(chain, target, text);
    const read = (language: Language) =>
      said && said[language] !== text ? fill(WRITTEN, language, said[language], text) : text;
    return [{ zh: `${words.zh}：${read('zh')}`, en: `${words.en}: ${read('en')}` }];
  };
  return [...told(OLD, old), ...told(NEW, now)];
}

const OLD: Text = { zh: '原规则', en: 'until then' };
const NEW: Text = { zh: '新规则', en: 'from then on' };
const WRITTEN: Text = { zh: '{0}（原文：{1}）', en: '{0} (written: {1})' };

/** What people are told, where that changes; a rule that is repealed is told by another level. */
function sentenceRows(before: Text | null, { expression, sentence }: DatedExpression): readonly Text[] {
  if (expression === null || (before?.zh === sentence?.zh && before?.en === sentence?.en)) return [];
  if (sentence) return [{ zh: `告诉群众：${sentence.zh}`, en: `people are told: ${sentence.en}` }];
  return [{ zh: `不再告诉群众：${before?.zh}`, en: `people are no longer told: ${before?.en}` }];
}

function ruleMoved(label: Text, isKnown: boolean, { expression }: DatedExpression, language: Language): string {
  const zh = language === 'zh';
  if (expression === null)
    return zh ? `规则“${label.zh}”在本地停用，改按上级规定` : `the rule “${label.en}” is repealed here`;
  if (!isKnown) return zh ? `新定规则“${label.zh}”` : `the rule “${label.en}” is set`;
  return zh ? `规则“${label.zh}”改写` : `the rule “${label.en}” is rewritten`;
}

function holdsOn(day: string, from: string, to: string | null): boolean {
  return from <= day && (to === null || day <= to);
}
