import type { listPolicyHistory, PolicyHistoryEntry, ResponseOf } from '@yimen/contracts';
import {
  chainOf,
  changeKey,
  describeChange,
  findDefinition,
  findRuleDefinition,
  lastDayOf,
  type Pack,
  type PackChain,
  type PolicyChange,
  type PolicySet,
} from '@yimen/rules';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { loadPublished, type PublishedRelease, policyOfDay } from './assemble.ts';
import { type EventRow, listEvents } from './queries.ts';
import { findShownClause } from './show-clause.ts';
import { type ShowWho, showWho } from './show-who.ts';

const END_OF_TIME = '9999-12-31';

/** Every value or version of one target along the chain, the newest first: from which to which, who, when and why. */
export async function listHistory(
  services: Services,
  act: Act<typeof listPolicyHistory>,
): Promise<ResponseOf<typeof listPolicyHistory>> {
  const { tx, params, query } = act;
  const releases = await loadPublished(tx);
  const set = policyOfDay(services.policySource.base, releases, END_OF_TIME);
  const chain = chainOf(set, params.packId);
  if (chain.length === 0) throw refused('NOT_FOUND');
  const changes = chain.flatMap((pack) => statedIn(pack, query.target));
  const concerned = releases.filter((release) =>
    release.changes.some((one) => changes.some((two) => isSame(one, two))),
  );
  const events = await listEvents(
    tx,
    concerned.map(({ id }) => id),
  );
  const who = await showWho(services, act, events);
  const items = changes
    .map((change) => entryOf(change, { chain, set, release: concerned.find((one) => has(one, change)), events, who }))
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const { target } = query;
  const named = findDefinition(chain, target) ?? findRuleDefinition(chain, target);
  return { label: named?.label ?? { zh: target, en: target }, items };
}

function isSame(one: PolicyChange, other: PolicyChange): boolean {
  return changeKey(one) === changeKey(other);
}

function has({ changes }: PublishedRelease, change: PolicyChange): boolean {
  return changes.some((one) => isSame(one, change));
}

type Stated = Extract<PolicyChange, { kind: 'parameterValue' | 'ruleVersion' }>;

/** What a pack says, as the changes that would say it. */
function statedIn(pack: Pack, target: string): readonly Stated[] {
  const parameter = pack.parameters.find(({ id }) => id === target);
  const rule = pack.rules.find(({ id }) => id === target);
  return [
    ...(parameter?.values ?? []).map((value): Stated => ({ kind: 'parameterValue', packId: pack.id, target, value })),
    ...(rule?.versions ?? []).map((version): Stated => ({ kind: 'ruleVersion', packId: pack.id, target, version })),
  ];
}

type Around = {
  readonly chain: PackChain;
  readonly set: PolicySet;
  readonly release: PublishedRelease | undefined;
  readonly events: readonly EventRow[];
  readonly who: ShowWho;
};

function entryOf(change: Stated, { chain, set, release, events, who }: Around): PolicyHistoryEntry {
  const dated = change.kind === 'parameterValue' ? change.value : change.version;
  const pack = chain.find(({ id }) => id === change.packId);
  const words = describeChange(set.packs, change);
  return {
    key: changeKey(change),
    from: dated.from,
    to: lastDayOf(dated, siblingsOf(change, pack)),
    area: change.kind === 'parameterValue' ? change.value.area : null,
    pack: { id: change.packId, name: pack?.name ?? { zh: '', en: '' } },
    words: { zh: words.zh, en: words.en },
    rows: [...words.rows],
    clause: findShownClause(chain, change.packId, dated.clause),
    note: change.kind === 'parameterValue' ? change.value.note : null,
    release: release ? releaseOf(release, events, who) : null,
  };
}

function siblingsOf(change: Stated, pack: Pack | undefined) {
  if (change.kind === 'ruleVersion') return pack?.rules.find(({ id }) => id === change.target)?.versions ?? [];
  const values = pack?.parameters.find(({ id }) => id === change.target)?.values ?? [];
  return values.filter(({ area }) => area === change.value.area);
}

function releaseOf(
  release: PublishedRelease,
  events: readonly EventRow[],
  who: ShowWho,
): PolicyHistoryEntry['release'] {
  const step = (act: string) => events.findLast((event) => event.releaseId === release.id && event.act === act);
  const named = (event: EventRow | undefined) => {
    const person = event && who(event);
    return person ? { ...person, at: event.at } : null;
  };
  const drafted = named(step('draft'));
  if (!drafted) return null;
  const { id, title, state } = release;
  const published = step('publish');
  return { id, title, state, reason: published?.reason ?? '', drafted, published: named(published) };
}
