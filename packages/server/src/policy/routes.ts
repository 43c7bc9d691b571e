import * as contract from '@yimen/contracts';
import { findPolicy, type PolicyOn } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { type Implementation, implementStateless } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { placeOf, policyOfPlace } from './policy-of-place.ts';
import { answerBy } from './policy-set-on.ts';
import { showPolicy } from './show-policy.ts';
import { programmeViews } from './show-programmes.ts';
import { questionViews } from './show-questions.ts';

/** The policy is public: anybody reads what the packs say, and keeps it until they change. */
export function policyRoutes(services: Services): Implementation[] {
  return [
    implementStateless(contract.listPolicies, () => {
      const { version, packs } = services.policy;
      return { tag: version, body: () => ({ version, items: [...packs.values()].map(packRow) }) };
    }),
    implementStateless(contract.listPolicyQuestions, ({ query, now }) =>
      answerBy(services, { on: query.on, now }, (set) => {
        const policy = policyOfPlace(set, query, now);
        const items = () => [...questionViews(policy, services.rulebook.rulesOn(policy))];
        return { tag: tagOf(policy), body: () => ({ ...usedOf(policy), items: items() }) };
      }),
    ),
    implementStateless(contract.listPolicyProgrammes, ({ query, now }) =>
      answerBy(services, { on: query.on, now }, (set) => {
        const policy = policyOfPlace(set, query, now);
        return { tag: tagOf(policy), body: () => ({ ...usedOf(policy), items: [...programmeViews(policy)] }) };
      }),
    ),
    implementStateless(contract.getPolicy, ({ params, query, now }) =>
      answerBy(services, { on: query.on, now }, (set) => {
        const policy = findPolicy(set, params.pack, query.on ?? civilDate(now));
        if (!policy) throw refused('NOT_FOUND');
        return { tag: tagOf(policy), body: () => showPolicy(policy) };
      }),
    ),
  ];
}

/** Where no day is asked for, tomorrow's answer is another. */
function tagOf({ version, on, chain }: PolicyOn): string {
  return `${version.slice(0, 32)}-${chain[0]?.id ?? ''}-${on}`;
}

function usedOf(policy: PolicyOn) {
  return { version: policy.version, on: policy.on, place: placeOf(policy) };
}

function packRow({ id, name, level, regions, inherits }: PolicyOn['chain'][number]) {
  return { id, name, level, regions: [...regions], inherits };
}
