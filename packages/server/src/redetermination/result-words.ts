import type { DECISION_RESULTS, Words } from '@yimen/contracts';

export const RESULT_WORDS: Readonly<Record<(typeof DECISION_RESULTS)[number], Words>> = {
  done: { zh: '已办理', en: 'Done' },
  'done-before': { zh: '之前已办理', en: 'Was done before' },
  'decided-otherwise': { zh: '他人已作出另一决定', en: 'Somebody has decided otherwise' },
  overtaken: { zh: '家庭情况已更新，结果不再有差别', en: 'The household has changed and nothing differs any more' },
  changed: {
    zh: '家庭情况有变化，正在重新计算，请稍后再看',
    en: 'The household has changed and is being looked at again',
  },
  'in-gradual-exit': { zh: '渐退期未满，期满后再办理', en: 'The gradual exit has not ended yet' },
  relative: { zh: '您已备案为当事人近亲属，应当回避', en: 'You are filed as a near relative and must stand aside' },
  'not-found': { zh: '名单中没有这一户', en: 'Not on this list' },
};
