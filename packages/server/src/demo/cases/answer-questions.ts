import type { EventKind } from '@yimen/contracts';
import type { Scenario } from '../scenarios/scenario.ts';

/** Answers to the questions that decide the urgency class (rules `isLifeThreatening` and `isUrgentNow`). */
export type UrgencyAnswers = Readonly<Record<string, boolean>>;

export function answerQuestions(scenario: Scenario): UrgencyAnswers {
  const danger = scenario.urgency === 'lifeThreatening';
  const violence = scenario.event === 'violence';
  const pressing = scenario.urgency === 'urgent' ? PRESSING[scenario.event] : null;
  return {
    suddenEvent: scenario.stage !== 'closed-referred',
    immediateNeed: scenario.yuan !== undefined || scenario.urgency !== 'ordinary',
    lifeInDanger: danger && !violence,
    violenceOrSelfHarm: danger && violence,
    noFoodOrShelter: pressing === 'noFoodOrShelter',
    treatmentStopped: pressing === 'treatmentStopped',
    dependantLeftAlone: pressing === 'dependantLeftAlone',
    homeLost: pressing === 'homeLost',
  };
}

/** What makes each kind of event urgent when nobody's life is in danger. */
const PRESSING: Record<EventKind, 'noFoodOrShelter' | 'treatmentStopped' | 'dependantLeftAlone' | 'homeLost'> = {
  fire: 'homeLost',
  'natural-disaster': 'homeLost',
  'traffic-accident': 'treatmentStopped',
  'work-accident': 'treatmentStopped',
  'other-accident': 'treatmentStopped',
  'serious-illness': 'treatmentStopped',
  'child-alone': 'dependantLeftAlone',
  'death-of-breadwinner': 'noFoodOrShelter',
  'job-loss': 'noFoodOrShelter',
  violence: 'noFoodOrShelter',
  destitute: 'noFoodOrShelter',
  other: 'noFoodOrShelter',
};
