import { areaIn, columnsFrom, type FactValue, readFacts } from '@yimen/rules';
import { findStandingOutcomes } from '../assessment/index.ts';
import { findCase, policyFor } from '../casework/index.ts';
import { factsForRules, loadKnownFacts } from '../facts/index.ts';
import { townshipOf } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Services } from '../services.ts';
import { uuidBytes } from './binary-copy.ts';
import { layoutOfRules } from './fact-layout.ts';
import { factLayoutId, outcomeLayoutId } from './layout-store.ts';
import { packStanding } from './pack-outcomes.ts';
import { ByteWriter } from './packed-bytes.ts';
import { packHousehold as packFacts } from './packed-facts.ts';
import {
  deletePacked,
  lockPacked,
  overtakeItems,
  overtakeMoved,
  putPacked,
  repeatPage,
  touchPacked,
} from './packed-store.ts';
import type { PackedHousehold } from './page-content.ts';
import type { Place } from './place.ts';
import { openPage, putOnPage, takeFromPage } from './write-page.ts';

type With = Pick<Services, 'vault' | 'policy' | 'rulebook'>;

/**
 * Brings the packed row of a household up to date: what is known of it now, and what was determined last. Whatever is
 * not finished looks at a household that changed once more.
 * @returns whether it changed.
 */
export async function packHousehold(services: With, tx: Tx, householdId: string, now: Date): Promise<boolean> {
  const before = await lockPacked(tx, householdId);
  const made = await packNow(services, tx, householdId, now);
  if (!made) {
    if (!before) return false;
    await takeFromPage(services.vault, tx, before.page_id, householdId);
    await deletePacked(tx, householdId);
    await overtakeItems(tx, householdId);
    return true;
  }
  const { place, caseId, regionCode, personIds, packed } = made;
  const page = before && (await openPage(services.vault, tx, before.page_id));
  const old = page?.households.find(({ id }) => id.equals(packed.id));
  const isSamePlace = page?.regionCode === place.regionCode && page.area === place.area;
  if (before && old && isSamePlace && isSame(old, packed) && before.case_id === caseId) {
    await touchPacked(tx, householdId, now);
    return false;
  }
  const revision = (before?.revision ?? 0) + 1;
  const renewed = { ...packed, revision };
  if (before && !isSamePlace) await takeFromPage(services.vault, tx, before.page_id, householdId);
  const pageId = await putOnPage(services.vault, tx, place, renewed, isSamePlace ? page : undefined);
  await putPacked(tx, {
    household_id: householdId,
    page_id: pageId,
    case_id: caseId,
    region_code: regionCode,
    revision,
    person_ids: personIds,
    packed_at: now,
  });
  if (before) await repeatPage(tx, pageId, place);
  if (before && !isSamePlace) await overtakeMoved(tx, householdId, place);
  return true;
}

type Made = {
  readonly place: Place;
  readonly caseId: string;
  readonly regionCode: string;
  readonly personIds: readonly string[];
  readonly packed: Omit<PackedHousehold, 'revision'>;
};

/** Undefined for a household without an assessment, or without members. */
async function packNow({ vault, rulebook, ...services }: With, tx: Tx, householdId: string, now: Date) {
  const standing = await findStandingOutcomes(tx, householdId);
  const found = standing && (await findCase(tx, standing.caseId));
  if (!standing || !found) return undefined;
  const policy = policyFor(services, found.region_code, now);
  const rules = rulebook.rulesOn(policy);
  // Answers of the contract's own shape, written by intake or an assessment.
  const answers = found.urgency_answers as Readonly<Record<string, FactValue>>;
  const known = await loadKnownFacts(vault, tx, found, answers);
  const { facts } = factsForRules(rules, known, policy.on);
  const read = readFacts(rules, facts, policy.on);
  if (!read.ok) return undefined;
  const members = known.members.map(({ personId }) => personId);
  const departed = standing.outcomes.flatMap(({ personId }) =>
    personId !== null && !members.includes(personId) ? [personId] : [],
  );
  const personIds = [...new Set([...members, ...departed])];
  const outcomes = packStanding(standing, personIds);
  const writer = new ByteWriter();
  packFacts(rules, columnsFrom(rules, [{ values: read.values, row: 0 }]), 0, writer);
  const made: Made = {
    place: { regionCode: townshipOf(found.region_code), area: areaIn(facts) ?? 'unknown' },
    caseId: found.id,
    regionCode: found.region_code,
    personIds,
    packed: {
      id: uuidBytes(householdId),
      members: members.length,
      events: facts.events?.length ?? 0,
      layoutId: await factLayoutId(tx, layoutOfRules(rules)),
      facts: writer.written(),
      outcomeLayoutId: outcomes.layout.length === 0 ? 0 : await outcomeLayoutId(tx, outcomes.layout),
      outcomes: outcomes.bytes,
    },
  };
  return made;
}

function isSame(one: PackedHousehold, other: Omit<PackedHousehold, 'revision'>): boolean {
  return (
    one.members === other.members &&
    one.events === other.events &&
    one.layoutId === other.layoutId &&
    one.outcomeLayoutId === other.outcomeLayoutId &&
    one.facts.equals(other.facts) &&
    one.outcomes.equals(other.outcomes)
  );
}
