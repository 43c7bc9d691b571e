import { useState } from 'react';
import { EMPTY_DRAFT, isEmpty, keptDraft, type ReportDraft } from './draft.ts';

/** Every touch is kept at once: a call that comes in, a dead battery or a lost line costs nothing. */
export function useDraft() {
  const [found] = useState(() => keptDraft.read() ?? EMPTY_DRAFT);
  const [draft, setDraft] = useState(found);
  return {
    draft,
    wasRestored: !isEmpty(found),
    change(part: Partial<ReportDraft>): void {
      setDraft((before) => keep({ ...before, ...part }));
    },
    clear(): void {
      keptDraft.write(undefined);
      setDraft(EMPTY_DRAFT);
    },
  };
}

function keep(draft: ReportDraft): ReportDraft {
  keptDraft.write(draft);
  return draft;
}
