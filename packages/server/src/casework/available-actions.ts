import type { AvailableAction, Permission, Words } from '@yimen/contracts';
import type { Actor } from '../platform/http/actor.ts';
import { isPossible } from './require-transition.ts';

export type CaseForActions = {
  readonly state: 'open' | 'closed';
  readonly handOverPostId: string | null;
  readonly relative: boolean;
};

type Rule = {
  readonly act: string;
  readonly label: Words;
  readonly permission: Permission;
  readonly when: (found: CaseForActions, actor: Actor) => boolean;
};

const isOpen = (found: CaseForActions) => found.state === 'open';
const mayHandOver = (found: CaseForActions) => isPossible('case', 'handOver', found);

const RULES: readonly Rule[] = [
  {
    act: 'accept-hand-over',
    label: { zh: '接受移交', en: 'Accept hand-over' },
    permission: 'case.handle',
    when: (found, actor) => mayHandOver(found) && found.handOverPostId === actor.postId,
  },
  { act: 'assess', label: { zh: '评估', en: 'Assess' }, permission: 'assessment.run', when: isOpen },
  {
    act: 'propose-grant',
    label: { zh: '提出急难救助', en: 'Propose urgent relief' },
    permission: 'relief.propose',
    when: isOpen,
  },
  {
    act: 'record-circumstance',
    label: { zh: '记录家庭情况', en: 'Record a circumstance' },
    permission: 'household.write',
    when: isOpen,
  },
  {
    act: 'record-survey',
    label: { zh: '登记入户调查', en: 'Record a survey' },
    permission: 'survey.record',
    when: isOpen,
  },
  { act: 'issue-notice', label: { zh: '一次性告知', en: 'One-time notice' }, permission: 'case.handle', when: isOpen },
  { act: 'refer', label: { zh: '转办', en: 'Refer' }, permission: 'case.refer', when: isOpen },
  { act: 'hand-over', label: { zh: '移交', en: 'Hand over' }, permission: 'case.hand-over', when: mayHandOver },
  { act: 'hand-up', label: { zh: '申报上一级', en: 'Hand up' }, permission: 'case.hand-over', when: mayHandOver },
  {
    act: 'close',
    label: { zh: '办结', en: 'Close' },
    permission: 'case.close',
    when: (found) => isPossible('case', 'close', found),
  },
  {
    act: 'reopen',
    label: { zh: '重新打开', en: 'Reopen' },
    permission: 'case.close',
    when: (found) => isPossible('case', 'reopen', found),
  },
];

const RELATIVE: Words = {
  zh: '您已备案为当事人近亲属，应当回避',
  en: 'You are filed as a near relative and must stand aside',
};

/** What the server offers this post on this case; a relative sees why nothing can be done. */
export function availableCaseActions(found: CaseForActions, actor: Actor): AvailableAction[] {
  return RULES.filter((rule) => actor.permissions.has(rule.permission) && rule.when(found, actor)).map((rule) => ({
    act: rule.act,
    label: rule.label,
    blockedBy: found.relative ? RELATIVE : null,
  }));
}
