import type { AssumedFact } from '@yimen/contracts';
import { type Determined, explain, explainValue } from '@yimen/rules';
import type { Screened } from './determine-screening.ts';
import { paymentDays } from './payment-days.ts';

/** What was assumed, in words, and whose result rests on it; what no result rests on is not worth a word. */
export function assumedFacts({ determined, told, assumed, provenanceOf }: Screened): readonly AssumedFact[] {
  const programmes = changedProgrammes(told, determined);
  if (programmes.length === 0) return [];
  return assumed.map(({ id, index }) => {
    const tree = explainValue(determined, id, { index, provenanceOf });
    const { label, value } = tree;
    return {
      id,
      label,
      value: typeof value === 'object' ? null : value,
      words: { zh: explain(tree, 'zh').join(''), en: explain(tree, 'en').join(' ') },
      programmes: [...programmes],
    };
  });
}

/** The rules give the same household the same programmes in the same order, whatever is known of it. */
function changedProgrammes(told: Determined, determined: Determined): AssumedFact['programmes'] {
  const before = told.outcomes.map((outcome) => shownOf(told, outcome));
  return determined.outcomes
    .filter((outcome, at) => shownOf(determined, outcome) !== before[at])
    .map(({ programme, on, index }) => ({ id: programme, on, index }));
}

function shownOf(determined: Determined, outcome: Determined['outcomes'][number]): string {
  const { paidFrom, paidUntil } = paymentDays(determined, outcome);
  return [outcome.outcome, outcome.amount, ...outcome.excludedBy, paidFrom, paidUntil].join(' ');
}
