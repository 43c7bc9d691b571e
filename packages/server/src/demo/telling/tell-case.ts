import * as contract from '@yimen/contracts';
import type { DemoCase } from '../cases/plan-case.ts';
import { hasReached } from '../scenarios/scenario.ts';
import type { StoryPlace } from './story-place.ts';
import { tellEnd } from './tell-end.ts';
import { tellGrants } from './tell-grants.ts';
import { tellReferral } from './tell-referral.ts';
import { tellReport } from './tell-report.ts';
import type { Teller } from './teller.ts';
import { startTelling, type Telling } from './telling.ts';

export type ToldCase = {
  readonly reportId: string;
  readonly receiptNo: string;
  readonly caseId: string | null;
  readonly caseNo: string | null;
};

/** Tells one story as far as its stage: every step is an act of somebody at work, through the API. */
export async function tellCase(teller: Teller, story: DemoCase, place: StoryPlace): Promise<ToldCase> {
  const telling = startTelling(teller, story, place);
  const { reportId, receiptNo, isAccepted } = await tellReport(telling);
  if (!isAccepted || !hasReached(story.stage, 'intake')) return { reportId, receiptNo, caseId: null, caseNo: null };
  const { caseId, caseNo } = await takeIn(telling, reportId);
  const ofCase = { ...telling, caseId };
  await tellReferral(ofCase);
  await tellGrants(ofCase);
  await telling.settle();
  await tellEnd(ofCase);
  return { reportId, receiptNo, caseId, caseNo };
}

/** As many as are taken at once. */
const MOST_ANSWERS = 200;

async function takeIn(telling: Telling, reportId: string) {
  const { story, window } = telling;
  const taken = await telling.act(contract.takeIn, { body: intakeOf(telling, reportId) }, { by: window, after: 25 });
  if (hasReached(story.stage, 'assessed')) {
    const { answers = [] } = telling.place;
    for (let from = 0; from === 0 || from < answers.length; from += MOST_ANSWERS) {
      const facts = answers.slice(from, from + MOST_ANSWERS);
      const body = { urgencyAnswers: story.urgencyAnswers, facts };
      await telling.act(contract.assessCase, { params: { id: taken.caseId }, body }, { by: window, after: 10 });
    }
  }
  return taken;
}

function intakeOf({ story, place }: Telling, reportId: string) {
  const { report } = story;
  return {
    reportId,
    household: place.household,
    event: {
      kind: report.eventKind,
      occurredOn: report.occurredOn,
      placeRegionCode: report.placeRegionCode,
      placeDetail: null,
      description: report.whatHappened,
    },
    need: story.finding ?? story.title,
    urgencyAnswers: story.urgencyAnswers,
  };
}
