import type { Text } from '../text.ts';

/** What several checks of packs say alike. */

export function aboutIt(id: string, { zh, en }: Text): Text {
  return { zh: `${id}：${zh}`, en: `${id}: ${en}` };
}

export const STANDS_TWICE: Text = { zh: '重复出现', en: 'stands twice' };

export function noClause(id: string | undefined): Text {
  return {
    zh: `没有条款 ${id}：名称写错，或者 clauses 里还没有`,
    en: `there is no clause ${id}: misspelt, or not yet in clauses`,
  };
}

export function definedNowhere(near: string | undefined): Text {
  return {
    zh: `本包和上级包都没有定义它${near ? `，是不是 ${near}？` : ''}`,
    en: `is defined nowhere in this chain of packs${near ? `, is it ${near}?` : ''}`,
  };
}

export function alsoDefinedIn(packId: string | undefined): Text {
  return { zh: `${packId} 已经定义过，不能再定义`, en: `is also defined in ${packId}` };
}

export function beforeInstrument(day: string): Text {
  return { zh: `起始日早于所依据文件的施行日 ${day}`, en: `is valid before its instrument took effect on ${day}` };
}

export function noLimit(id: string): Text {
  return { zh: `${id} 不是期限参数`, en: `${id} is no time limit` };
}

export function noFlag(id: string): Text {
  return { zh: `${id} 不是“是或否”的参数`, en: `${id} is no flag` };
}
