import type { ChangeKind, HeldReason, Words } from '@yimen/contracts';
import { formatDateZh, formatFenShort, type Outcome } from '@yimen/rules';

type Side = { readonly outcome: Outcome; readonly amountFen: number | null };

const KINDS: Readonly<Record<ChangeKind, Words>> = {
  enters: { zh: '新符合', en: 'enters' },
  leaves: { zh: '不再符合', en: 'leaves' },
  gains: { zh: '金额提高', en: 'gains' },
  loses: { zh: '金额降低', en: 'loses' },
  'becomes-unknown': { zh: '变为待查明', en: 'is no longer known' },
  'becomes-known': { zh: '查明结果', en: 'is known now' },
  'gradual-exit': { zh: '渐退期内，继续保留', en: 'is kept during the gradual exit' },
};

const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  yes: { zh: '符合', en: 'yes' },
  no: { zh: '不符合', en: 'no' },
  unknown: { zh: '待查明', en: 'not yet known' },
};

/** “低保（张三）：金额提高，符合 450 元 → 符合 472.50 元”. */
export function changeWords(
  kind: ChangeKind,
  programme: Words,
  personName: string | null,
  { before, after }: { readonly before: Side; readonly after: Side },
): Words {
  const [was, is] = [sideWords(before), sideWords(after)];
  return {
    zh: `${programme.zh}${personName === null ? '' : `（${personName}）`}：${KINDS[kind].zh}，${was.zh} → ${is.zh}`,
    en: `${programme.en}${personName === null ? '' : ` (${personName})`}: ${KINDS[kind].en}, ${was.en} → ${is.en}`,
  };
}

function sideWords({ outcome, amountFen }: Side): Words {
  const { zh, en } = OUTCOME_WORDS[outcome];
  if (amountFen === null) return { zh, en };
  const yuan = formatFenShort(amountFen);
  return { zh: `${zh} ${yuan} 元`, en: `${en} ${yuan} yuan` };
}

/** Why a household is held. */
export function reasonWords(reason: HeldReason, exitUntil: string | null): Words {
  if (reason === 'unreadable')
    return { zh: '已登记的情况无法用于计算，请核对更正', en: 'What is on record cannot be computed with: correct it' };
  const exit =
    exitUntil === null
      ? { zh: '', en: '' }
      : { zh: `，渐退期至${formatDateZh(exitUntil)}`, en: `; gradual exit until ${exitUntil}` };
  return reason === 'gradual-exit'
    ? { zh: `收入超过标准${exit.zh}`, en: `Above the standard${exit.en}` }
    : { zh: `重新认定结果有变化${exit.zh}`, en: `Determined otherwise${exit.en}` };
}
