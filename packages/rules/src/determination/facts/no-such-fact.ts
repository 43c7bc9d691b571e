import type { Text } from '../../text.ts';
import type { Catalogue } from '../check/catalogue.ts';
import { nearestName } from '../check/nearest-name.ts';
import type { RuleScope } from '../model/rule-model.ts';

/** Says of each misspelt or misplaced fact of a household what was probably meant. */
export function strangeFacts({ entries, slots }: Catalogue): (scope: RuleScope, id: string) => Text {
  const factsOf = (scope: RuleScope) => slots[scope].filter(({ isFact }) => isFact).map(({ id }) => id);
  let searched = 0;
  return (scope, id) => {
    const elsewhere = entries.get(id);
    if (elsewhere?.isFact) {
      const { zh, en } = PLACES[elsewhere.on];
      return { zh: `没有这项事实：它写在${zh}里。`, en: `There is no such fact here: it stands in ${en}.` };
    }
    searched += 1;
    const near = searched > MOST_SEARCHED ? undefined : nearestName(id, factsOf(scope));
    if (!near) return { zh: '没有这项事实。', en: 'There is no such fact.' };
    return { zh: `没有这项事实。是不是 ${near}？`, en: `There is no such fact. Is it ${near}?` };
  };
}

/** Whoever sends thousands of them does not mistype. */
const MOST_SEARCHED = 10;

const PLACES: Readonly<Record<RuleScope, Text>> = {
  household: { zh: '家庭（household）', en: 'household' },
  person: { zh: '成员（members）', en: 'members' },
  event: { zh: '事件（events）', en: 'events' },
};
