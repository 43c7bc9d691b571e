import type { Change, Words } from '@yimen/contracts';

export type Named = { readonly members: readonly { readonly personId: string; readonly name: string }[] };

/** 王某的收入 */
export function whoseLabel({ zh, en }: Words, name: string | undefined): Words {
  return name === undefined ? { zh, en } : { zh: `${name}的${zh}`, en: `${name}: ${en}` };
}

/** One thing that differs, said whole. */
export function changeWords(what: Words, before: Words | null, after: Words | null): Change {
  return {
    what,
    before,
    after,
    words: { zh: sayZh(what.zh, before?.zh, after?.zh), en: sayEn(what.en, before?.en, after?.en) },
  };
}

function sayZh(what: string, before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `${what}：新了解到为${after ?? ''}。`;
  return after === undefined ? `${what}：原为${before}，现在不清楚。` : `${what}：由${before}变为${after}。`;
}

function sayEn(what: string, before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `${what}: now known to be ${after ?? ''}.`;
  return after === undefined
    ? `${what}: was ${before}, is no longer known.`
    : `${what}: changed from ${before} to ${after}.`;
}
