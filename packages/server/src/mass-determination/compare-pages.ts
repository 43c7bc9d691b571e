import { batchFor, type CheckedRules, type PolicyRow } from '@yimen/rules';
import { blockRoom, type Room } from './block-room.ts';
import { cutPages } from './cut-pages.ts';
import { createFindingColumns, type FindingColumns, Findings } from './findings.ts';
import { exitFinder, exitVariables } from './gradual-exit.ts';
import type { OpenPage } from './open-pages.ts';
import { createCounts, unknownFacts } from './packed-facts.ts';
import { type OutcomeLayout, outcomeNumbers, programmeResults, recordedOf } from './packed-outcomes.ts';
import type { Page } from './page-content.ts';
import { sizesOf } from './page-facts.ts';
import { type PlaceRows, rowFinder } from './place.ts';
import { countKnown, type Unpacking, unpackPage } from './unpack-page.ts';

export interface Comparing extends PlaceRows {
  readonly rules: CheckedRules;
  readonly rows: readonly PolicyRow[];
  readonly plans: Unpacking['plans'];
  readonly outcomeLayouts: ReadonlyMap<number, OutcomeLayout>;
}

/** What the rules come to for everybody on these pages, against what stands for them. */
export type ComparePages = (pages: readonly OpenPage[]) => FindingColumns;

interface PageOfRow {
  readonly content: Page;
  readonly row: number;
  readonly households: number;
}

const HOUSEHOLDS_PER_BLOCK = 1_024;

export function pageComparer({ rules, rows, plans, outcomeLayouts, ...places }: Comparing): ComparePages {
  const findRow = rowFinder(places);
  const recorded = [...new Set([...recordedOf(rules), ...exitVariables(rules)])];
  const batch = batchFor(rules, recorded);
  const roomFor = blockRoom(rules, recorded);
  const numbersOf = outcomeNumbers();
  const findings = new Findings();
  // Once unknown of somebody, unknown for the rest: the same compiled code serves all blocks.
  const unknown = new Set<string>();

  function compareBlock(block: readonly PageOfRow[], found: FindingColumns): void {
    const stored = block.flatMap(({ content }) => content.households);
    const sizes = sizesOf(stored);
    const { columns, results }: Room = roomFor(sizes);
    const unpacking: Unpacking = { rules, plans, counts: createCounts(rules) };
    const next = { household: 0, person: 0, event: 0 };
    const sound = block.flatMap(({ content, row }) => unpackPage(unpacking, content, row, columns, next));
    for (const id of unknownFacts(rules, unpacking.counts, sizes)) unknown.add(id);
    batch({ columns, rows, results, unknownFacts: unknown });
    const programmes = numbersOf(programmeResults(rules, results), sizes);
    findings.open({ programmes, columns, exitOf: exitFinder(rules, results), into: found });
    for (const [household, packed] of stored.entries()) {
      if (!sound[household]) findings.unreadable(packed);
      else findings.compare(household, packed, outcomeLayouts.get(packed.outcomeLayoutId) ?? NOTHING);
    }
  }

  return (pages) => {
    const found = createFindingColumns();
    const readable = pages.flatMap(({ id, content, ...place }) => {
      if (!content) found.brokenPages.push(id);
      return content ? [{ content, row: findRow(place) ?? 0, households: content.households.length }] : [];
    });
    // Before the first block, so that not every other block finds one more and has the rules compiled anew.
    const counts = createCounts(rules);
    for (const { content } of readable) countKnown({ plans, counts }, content);
    const all = sizesOf(readable.flatMap(({ content }) => content.households));
    for (const id of unknownFacts(rules, counts, all)) unknown.add(id);
    for (const block of cutPages(readable, HOUSEHOLDS_PER_BLOCK)) compareBlock(block, found);
    return found;
  };
}

/** Of a household nothing is determined for yet. */
const NOTHING: OutcomeLayout = [];
