import type { CaseDetail, getCase as contract } from '@yimen/contracts';
import { findProgramme } from '@yimen/rules';
import { presentHousehold } from '../households/index.ts';
import { regionFullName, type ShowPost } from '../organisation/index.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { availableCaseActions } from './available-actions.ts';
import { findRelationToCase } from './case-store.ts';
import { isByPlatform } from './event-store.ts';
import { eventWords } from './event-words.ts';
import type { CasePageParts, FindCaseDetail, RawCaseDetail } from './queries.ts';
import { policyFor } from './start-limit.ts';
import type { AskTaskHints } from './task-hints.ts';
import { TASK_WORDS } from './task-words.ts';

/** The whole case page: one statement for the data and one look for relatives, in one round trip; a second where somebody is to sign. */
export async function showCase(
  services: Services,
  act: Act<typeof contract>,
  findCaseDetail: FindCaseDetail,
  { taskHints, page }: { readonly taskHints: AskTaskHints; readonly page: CasePageParts },
): Promise<CaseDetail> {
  const { tx, params, now, actor } = act;
  const [raw, relation] = await inOneFlight(
    () => findCaseDetail(tx, params.id, now),
    () => findRelationToCase(tx, actor, params.id),
  );
  if (!raw) throw refused('NOT_FOUND');
  act.note({ subjectType: 'case', subjectId: raw.id });
  const policy = policyFor(services, raw.placeRegionCode, now);
  const { placeDetailEncrypted, responsiblePostId, firstAskedPostId, handOver, ...rest } = raw;
  const [hints, showPost] = await inOneFlight(
    () => taskHints(tx, raw.tasks),
    () => services.postNames.open(tx, actor, postsOf(raw)),
  );
  return {
    ...rest,
    placeDetail: placeDetailEncrypted
      ? services.vault.open('case', 'place_detail', raw.id, Buffer.from(placeDetailEncrypted, 'base64'))
      : null,
    placeName: regionFullName(raw.placeRegionCode),
    responsible: showPost(responsiblePostId),
    firstAsked: showPost(firstAskedPostId),
    handOver: handOver && { toPost: showPost(handOver.toPostId), since: handOver.since },
    household: presentHousehold(raw.household, now),
    matters: raw.matters.map((matter) => ({
      ...matter,
      programmeName: findProgramme(policy, matter.programme)?.name ?? { zh: matter.programme, en: matter.programme },
    })),
    tasks: raw.tasks.map((task) => ({ ...taskOnPage(raw, task, showPost), hint: hints.get(task.id) ?? null })),
    referrals: page.withReferralActions(raw.referrals, actor),
    events: raw.events.map((event) => ({
      ...event,
      by: isByPlatform(event) ? null : event.by,
      words: eventWords(event.act),
    })),
    relativeWarning: relation
      ? {
          zh: '您已备案为当事人近亲属，应当回避，只能查看。',
          en: 'You are filed as a near relative: you may look, not act.',
        }
      : null,
    availableActions: availableCaseActions(
      { state: raw.state, handOverPostId: handOver?.toPostId ?? null, relative: relation !== undefined },
      actor,
    ),
  };
}

function postsOf({ responsiblePostId, firstAskedPostId, handOver, tasks }: RawCaseDetail): string[] {
  const named = [responsiblePostId, firstAskedPostId, ...tasks.map((task) => task.ownerPostId)];
  return handOver ? [...named, handOver.toPostId] : named;
}

function taskOnPage(
  raw: RawCaseDetail,
  { ownerPostId, regionCode, ...task }: RawCaseDetail['tasks'][number],
  showPost: ShowPost,
) {
  return {
    ...task,
    words: TASK_WORDS[task.kind],
    caseNo: raw.caseNo,
    urgency: raw.urgency,
    regionName: regionFullName(regionCode),
    owner: showPost(ownerPostId),
    mineBecause: null,
    onBehalfOf: null,
    actAsPostId: null,
  };
}
