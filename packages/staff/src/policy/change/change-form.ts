import type { ChangeContent, PolicyClause, ReleaseChange, ReleaseView } from '@yimen/contracts';

export interface ChangeFormProps {
  readonly release: ReleaseView;
  /** The change that is rewritten; undefined for a new one. */
  readonly stored: ReleaseChange | undefined;
  readonly clauses: readonly PolicyClause[];
  readonly onDone: () => void;
}

/** A change as far as it is typed; undefined while something is missing that the contract needs. */
export type Typed = ChangeContent | undefined;
