import type { InputOf, ResponseOf, Route } from '@yimen/contracts';
import { civilDate } from '../../platform/clock/clock.ts';
import type { DemoCase } from '../cases/plan-case.ts';
import type { StoryPlace } from './story-place.ts';
import { must, type Teller, type Told } from './teller.ts';

type Input<R> = Partial<InputOf<R>> & { readonly raw?: string };
/** Who acts, and how many minutes after the act before. */
type Moment = { readonly by: string | null; readonly after: number };

/** A story being told: what it is about, where, and the hour it has reached. */
export type Telling = {
  readonly story: DemoCase;
  readonly place: StoryPlace;
  /** Who took the report in and keeps the case until it is handed up. */
  readonly window: string;
  /** Who keeps it at the county afterwards. */
  readonly clerk: string;
  /** An act without which the story cannot go on. */
  act<R extends Route>(route: R, input: Input<R>, moment: Moment): Promise<ResponseOf<R>>;
  /** An act whose refusal may be the story. */
  attempt<R extends Route>(route: R, input: Input<R>, moment: Moment): Promise<Told<R>>;
  /** The day the story has reached. */
  today(): string;
  settle(): Promise<void>;
};

/** From intake on there is a case. */
export type CaseTelling = Telling & { readonly caseId: string };

export function startTelling(teller: Teller, story: DemoCase, place: StoryPlace): Telling {
  const clock = storyClock(story.reportedAt, place.now);
  return {
    story,
    place,
    window: place.loginOfPost(`${story.windowKey}.window`),
    clerk: place.loginOfPost('minzheng.clerk1'),
    act: (route, input, { by, after }) => must(teller, route, input, by, clock.next(after)),
    attempt: (route, input, { by, after }) => teller.tell(route, input, by, clock.next(after)),
    today: () => civilDate(clock.next(0)),
    settle: teller.settle,
  };
}

/** Time goes on by the minutes each step takes and stops at now. */
function storyClock(start: string, now: Date): { next(minutes: number): Date } {
  let current = Date.parse(start);
  return {
    next: (minutes) => {
      current = Math.min(current + minutes * 60_000, now.getTime());
      return new Date(current);
    },
  };
}
