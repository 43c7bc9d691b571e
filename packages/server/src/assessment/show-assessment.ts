import type { AssessmentView, ProgrammeReasons, ReasonNode } from '@yimen/contracts';
import {
  type DeterminationRecord,
  type Determined,
  type Explanation,
  explainTree,
  type SayingOptions,
  type ToldNode,
  type Who,
} from '@yimen/rules';
import { showDetermination } from '../screening/index.ts';
import type { StoredAssessment } from './store.ts';

export type Shown = {
  readonly record: DeterminationRecord;
  /** From the facts of the record by the policy of its version. */
  readonly determined: Determined;
  /** With the whole explanation of this one. */
  readonly programme?: string | undefined;
};

/** An assessment as it was: outcomes and explanations of the record, in words with the names of the members. */
export function showAssessment(stored: StoredAssessment, shown: Shown | undefined): AssessmentView {
  if (!shown) return { ...stored, determination: null, reasons: [] };
  const { record, determined, programme } = shown;
  const { nameOf } = sayingOf(stored);
  const { explanations, outcomes } = record;
  return {
    ...stored,
    determination: showDetermination({ ...determined, outcomes }, { explanations, nameOf }),
    reasons: explanations.filter((one) => one.programme === programme).map((one) => reasonsOf(one, { nameOf })),
  };
}

/** Members by their names; there is one event, which needs none. */
export function sayingOf({ members }: Pick<StoredAssessment, 'members'>) {
  return {
    nameOf: ({ on, index }: Who) => {
      const name = on === 'person' ? members[index]?.name : undefined;
      return name === undefined ? undefined : { zh: name, en: name };
    },
  };
}

function reasonsOf(
  { programme, index, eligible, amount }: DeterminationRecord['explanations'][number],
  saying: SayingOptions,
): ProgrammeReasons {
  return { programme, index, eligible: reasonNode(eligible, saying), amount: amount && reasonNode(amount, saying) };
}

function reasonNode(explanation: Explanation, saying: SayingOptions): ReasonNode {
  return inBoth(explainTree(explanation, 'zh', saying), explainTree(explanation, 'en', saying));
}

/** The same tree in both languages: sentence by sentence. */
function inBoth(zh: ToldNode, en: ToldNode): ReasonNode {
  return {
    texts: zh.texts.map((text, at) => ({ zh: text, en: en.texts[at] ?? '' })),
    outcome: zh.outcome,
    children: zh.children.flatMap((child, at) => {
      const other = en.children[at];
      return other ? [inBoth(child, other)] : [];
    }),
  };
}
