import type { Words } from '@yimen/contracts';
import { type PolicyOn, parameterInWords } from '@yimen/rules';

/** By when a refusal can be taken further, after the sentence that tells it; nothing where the law of the day has no figure. */
export function appealWords(policy: PolicyOn): Words {
  const reconsideration = parameterInWords(policy, 'appeal.reconsiderationWithin');
  const suit = parameterInWords(policy, 'appeal.suitWithin');
  if (!reconsideration || !suit) return { zh: '', en: '' };
  return {
    zh: `不服的，可以自知道之日起 ${reconsideration.zh}内申请行政复议，或者 ${suit.zh}内提起行政诉讼。`,
    en: ` From the day you learn of it you may ask for administrative reconsideration within ${reconsideration.en}, or bring a suit within ${suit.en}.`,
  };
}
