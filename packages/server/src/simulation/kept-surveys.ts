import { type RegisterSurvey, surveyRegister } from '../mass-determination/index.ts';
import type { RegionRange } from '../organisation/index.ts';

/** What the register of a place holds, looked at again after some seconds. */
export type FindSurvey = (range: RegionRange, now: Date) => Promise<RegisterSurvey>;

const GOOD_FOR_MS = 10_000;
const MOST = 50;

export function keepSurveys(databaseUrl: string): FindSurvey {
  const surveys = new Map<string, { readonly at: number; readonly survey: Promise<RegisterSurvey> }>();
  return (range, now) => {
    const known = surveys.get(range.from);
    if (known && Math.abs(now.getTime() - known.at) < GOOD_FOR_MS) return known.survey;
    const survey = surveyRegister(databaseUrl, range);
    surveys.delete(range.from);
    surveys.set(range.from, { at: now.getTime(), survey });
    survey.catch(() => surveys.delete(range.from));
    if (surveys.size > MOST) surveys.delete(surveys.keys().next().value ?? '');
    return survey;
  };
}
