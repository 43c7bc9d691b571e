import { RULE_SCOPES } from '../../policy/pack.ts';
import type { CheckedRules } from '../check/check-rules.ts';

/** Whether columns made for one can be read by the other: the same facts at the same places, options alike. */
export function sameFacts(one: CheckedRules, other: CheckedRules): boolean {
  if (one === other) return true;
  const facts = ({ catalogue }: CheckedRules) =>
    JSON.stringify([
      RULE_SCOPES.map((scope) =>
        catalogue.slots[scope]
          .filter(({ isFact }) => isFact)
          .map(({ id, unit, range, options }) => [
            id,
            unit,
            range,
            options.map((option) => catalogue.codeNumbers.get(option)),
          ]),
      ),
    ]);
  return facts(one) === facts(other);
}
