import type { PolicyRule } from '@yimen/contracts';

interface RuleTopic {
  /** Null: of no topic; always the last. */
  readonly title: PolicyRule['topic'];
  readonly rules: readonly PolicyRule[];
}

/** The topics the packs name, in the order in which they do. */
export function rulesByTopic(rules: readonly PolicyRule[]): readonly RuleTopic[] {
  const topics = new Map<string, { readonly title: PolicyRule['topic']; readonly rules: PolicyRule[] }>();
  for (const rule of rules) {
    const key = rule.topic?.zh ?? '';
    const found = topics.get(key);
    if (found) found.rules.push(rule);
    else topics.set(key, { title: rule.topic, rules: [rule] });
  }
  const all = [...topics.values()];
  return [...all.filter(({ title }) => title !== null), ...all.filter(({ title }) => title === null)];
}
