import type { CaseDetail, getCase as contract } from '@yimen/contracts';
import { findProgramme } from '@yimen/rules';
import { withAges } from '../households/index.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { availableCaseActions } from './available-actions.ts';
import { eventWords } from './event-words.ts';
import { type CasePageParts, findCaseDetail } from './queries.ts';
import { policyFor } from './start-limit.ts';
import { findRelationToCase } from './store.ts';
import { TASK_WORDS } from './task-words.ts';

/** The whole case page: one statement for the data and one look for relatives, in one round trip. */
export async function showCase(
  services: Services,
  act: Act<typeof contract>,
  parts: CasePageParts,
): Promise<CaseDetail> {
  const { tx, params, now, actor } = act;
  const [raw, relation] = await inOneFlight(
    () => findCaseDetail(tx, params.id, now, parts),
    () => findRelationToCase(tx, actor.accountId, params.id),
  );
  if (!raw) throw refused('NOT_FOUND');
  act.note({ subjectType: 'case', subjectId: raw.id });
  const policy = policyFor(services, raw.placeRegionCode, now);
  const { placeDetailEncrypted, ...rest } = raw;
  return {
    ...rest,
    placeDetail: placeDetailEncrypted
      ? services.vault.open('case', 'place_detail', raw.id, Buffer.from(placeDetailEncrypted, 'base64'))
      : null,
    household: withAges(raw.household, now),
    matters: raw.matters.map((matter) => ({
      ...matter,
      programmeName: findProgramme(policy, matter.programme)?.name ?? { zh: matter.programme, en: matter.programme },
    })),
    tasks: raw.tasks.map((task) => ({ ...task, words: TASK_WORDS[task.kind] })),
    referrals: parts.withReferralActions(raw.referrals, actor),
    events: raw.events.map((event) => ({ ...event, words: eventWords(event.act) })),
    relativeWarning: relation
      ? {
          zh: '您已备案为当事人近亲属，应当回避，只能查看。',
          en: 'You are filed as a near relative: you may look, not act.',
        }
      : null,
    availableActions: availableCaseActions(
      { state: raw.state, handOverPostId: raw.handOver?.toPost.postId ?? null, relative: relation !== undefined },
      actor,
    ),
  };
}
