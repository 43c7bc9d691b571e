import type { ChangeIssue } from '@yimen/rules';
import type { PublishedRelease } from './assemble.ts';
import { targetOf } from './change-content.ts';

/** The packs on disk and a published release say two things: nothing runs until one of them is put right. */
export class PolicyConflict extends Error {
  override readonly name = 'PolicyConflict';

  constructor({ id, title, packId, effectiveOn, changes }: PublishedRelease, issue: ChangeIssue) {
    const change = issue.change === null ? undefined : changes[issue.change];
    const about = `policies/${packId}${change ? ` ${targetOf(change)}` : ''}`;
    super(
      `政策文件 ${about} 与已发布的“${title}”（${id}，${effectiveOn} 起执行）不一致：${issue.zh}。请改正政策文件。\n` +
        `The pack ${about} and the published release “${title}” (${id}, in force from ${effectiveOn}) do not go together: ${issue.en}. Correct the pack.`,
    );
  }
}
