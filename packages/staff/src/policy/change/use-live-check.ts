import { useQuery } from '@tanstack/react-query';
import { type ChangeIssueView, checkPolicyChange, type ResponseOf } from '@yimen/contracts';
import { call } from '../../platform/call/call.ts';
import { useSettled } from '../../platform/use-settled.ts';
import type { Typed } from './change-form.ts';

const PAUSE_MS = 350;

export interface LiveCheck {
  readonly isChecking: boolean;
  readonly found: ResponseOf<typeof checkPolicyChange> | undefined;
  /** What is wrong with one field, if anything. */
  readonly issuesOf: (...fields: readonly (string | null)[]) => readonly ChangeIssueView[];
}

/** The server weighs what is typed, a moment after the last key; nothing is kept. */
export function useLiveCheck(releaseId: string, replaces: string | null, typed: Typed): LiveCheck {
  const settled = useSettled(JSON.stringify(typed ?? null), PAUSE_MS);
  const check = useQuery({
    queryKey: [checkPolicyChange.id, releaseId, replaces, settled],
    queryFn: ({ signal }) =>
      call(
        checkPolicyChange,
        { params: { id: releaseId }, body: { content: JSON.parse(settled), replaces } },
        { signal },
      ),
    enabled: settled !== 'null',
    retry: false,
  });
  const found = settled === 'null' ? undefined : check.data;
  return {
    isChecking: check.isFetching,
    found,
    issuesOf: (...fields) => found?.issues.filter(({ field }) => fields.includes(field)) ?? [],
  };
}
