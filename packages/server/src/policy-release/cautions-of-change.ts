import {
  type ChangeWords,
  cautionsOfLadder,
  chainOf,
  checkRules,
  formatDateZh,
  LADDER,
  listTableGaps,
  type PolicyChange,
  type PolicySet,
  type Row,
  ruleSetOf,
  type Text,
} from '@yimen/rules';
import type { Around } from './release-policy.ts';

/** What a drafter and an approver should look at again though it is allowed. */
export function cautionsOfChange(
  { scheduled }: Pick<Around, 'scheduled'>,
  change: PolicyChange,
  words: ChangeWords,
  after: PolicySet,
): readonly Text[] {
  const others = scheduled.flatMap(({ title, effectiveOn, changes }) =>
    changes.some((one) => isOfSame(one, change)) ? [alsoIn(title, effectiveOn)] : [],
  );
  return [...(words.cautions ?? []), ...ofLadder(change), ...gapsOf(change, after), ...others];
}

/** Caps that do not go together. */
function ofLadder(change: PolicyChange): readonly Text[] {
  if (change.kind !== 'parameterValue' || change.target !== LADDER) return [];
  const { value } = change.value;
  return cautionsOfLadder(Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : []);
}

/** Where a decision table says nothing. */
function gapsOf(change: PolicyChange, after: PolicySet): readonly Text[] {
  if (change.kind !== 'ruleVersion' || !change.version.table) return [];
  const checked = checkRules(ruleSetOf(chainOf(after, change.packId)), change.version.from);
  if (!checked.ok) return [];
  return listTableGaps(checked.rules)
    .filter(({ id }) => id === change.target)
    .map(({ zh, en }) => ({ zh, en }));
}

function isOfSame(one: PolicyChange, other: PolicyChange): boolean {
  if (one.packId !== other.packId) return false;
  if (one.kind === 'ruleVersion' && other.kind === 'ruleVersion') return one.target === other.target;
  if (one.kind !== 'parameterValue' || other.kind !== 'parameterValue') return false;
  return one.target === other.target && one.value.area === other.value.area;
}

function alsoIn(title: string, on: string): Text {
  return {
    zh: `已排定的“${title}”（${formatDateZh(on)}生效）也改动这一项，请对照。`,
    en: `“${title}”, which takes effect on ${on}, changes this too: compare them.`,
  };
}
