import * as contract from '@yimen/contracts';
import { endOfDay, findProgramme } from '@yimen/rules';
import { regionFullName } from '../organisation/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import type { Actor } from '../platform/http/actor.ts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { countClocksWith } from './clock-moment.ts';
import { closeCase, reopenCase } from './close-case.ts';
import { acceptHandOver, offerHandOver } from './hand-over-case.ts';
import { issueOneTimeNotice } from './issue-one-time-notice.ts';
import { countMyTasks, listCaseRows, listMatters, listMyTaskRows } from './list-queries.ts';
import type { AskObligations } from './obligations.ts';
import { type CasePageParts, caseDetailFinder } from './queries.ts';
import { recordSurvey } from './record-survey.ts';
import { showCase } from './show-case.ts';
import { policyFor } from './start-limit.ts';
import type { AskTaskHints } from './task-hints.ts';
import { TASK_WORDS } from './task-words.ts';

export type CaseworkNeighbours = {
  readonly obligations: readonly AskObligations[];
  readonly taskHints: AskTaskHints;
  readonly page: CasePageParts;
};

export function caseworkRoutes(services: Services, neighbours: CaseworkNeighbours): Implementation[] {
  countClocksWith(services.calendar);
  const findCaseDetail = caseDetailFinder(neighbours.page);
  return [
    implement(contract.listMyTasks, async ({ tx, actor, query, now, note }) => {
      const page = await listMyTaskRows(tx, actor, query.which, query, now);
      note({ subjectType: 'task-list', details: { count: page.items.length } });
      const [counts, hints, showPost] = await inOneFlight(
        () => countMyTasks(tx, actor, now, new Date(endOfDay(civilDate(now)))),
        () => neighbours.taskHints(tx, page.items),
        () =>
          services.postNames.open(
            tx,
            actor,
            page.items.map((task) => task.ownerPostId),
          ),
      );
      return {
        items: page.items.map(({ ownerPostId, regionCode, ...task }) => ({
          ...task,
          words: TASK_WORDS[task.kind],
          hint: hints.get(task.id) ?? null,
          regionName: regionFullName(regionCode),
          owner: showPost(ownerPostId),
        })),
        nextCursor: page.nextCursor,
        counts,
      };
    }),
    implement(contract.listWorklist, async ({ tx, actor, query, now, note }) => {
      const region = query.region ?? actor.regionCode;
      const page = await listMatters(tx, region, query.state, query);
      note({ subjectType: 'worklist', details: { region, count: page.items.length } });
      const policy = policyFor(services, region, now);
      const nameOf = (programme: string) => findProgramme(policy, programme)?.name ?? { zh: programme, en: programme };
      const rows = await nameRows(services, { tx, actor }, page.items);
      return {
        items: rows.map((row) => ({ ...row, programmeName: nameOf(row.programme) })),
        nextCursor: page.nextCursor,
      };
    }),
    implement(contract.listCases, async ({ tx, actor, query, note }) => {
      const page = await listCaseRows(
        tx,
        { region: query.region ?? actor.regionCode, state: query.state, search: query.search },
        query,
      );
      note({ subjectType: 'case-list', details: { count: page.items.length } });
      return { items: await nameRows(services, { tx, actor }, page.items), nextCursor: page.nextCursor };
    }),
    implement(contract.getCase, (act) => showCase(services, act, findCaseDetail, neighbours)),
    implement(contract.handOverCase, (act) => offerHandOver(services, act)),
    implement(contract.acceptHandOver, (act) => acceptHandOver(act)),
    implement(contract.issueOneTimeNotice, (act) => issueOneTimeNotice(act)),
    implement(contract.recordSurvey, (act) => recordSurvey(act)),
    implement(contract.closeCase, (act) => closeCase(act, neighbours.obligations)),
    implement(contract.reopenCase, (act) => reopenCase(services, act)),
  ];
}

type Row = { readonly regionCode: string; readonly responsiblePostId: string };

/** Who is responsible and where, in words. */
async function nameRows<R extends Row>(
  { postNames }: Services,
  { tx, actor }: { readonly tx: Tx; readonly actor: Actor },
  rows: readonly R[],
) {
  const showPost = await postNames.open(
    tx,
    actor,
    rows.map((row) => row.responsiblePostId),
  );
  return rows.map(({ responsiblePostId, ...row }) => ({
    ...row,
    regionName: regionFullName(row.regionCode),
    responsible: showPost(responsiblePostId),
  }));
}
