import { findPolicyForRegion, type PolicyOn, type Question, type RuleScope } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { questionViews } from '../policy/index.ts';
import type { Services } from '../services.ts';

type View = ReturnType<typeof questionViews>[number];
type Json = Record<string, unknown>;

/** The facts of a household for the description of the interface: the questions of the nation, with an example. */
export function factsShape({ policy: set, rulebook, clock }: Pick<Services, 'policy' | 'rulebook' | 'clock'>) {
  const policy = findPolicyForRegion(set, '', civilDate(clock.now()));
  const views = policy ? questionViews(policy, rulebook.rulesOn(policy)) : [];
  const on = (scope: RuleScope) => views.filter((view) => view.on === scope);
  return {
    schema: {
      type: 'object',
      description:
        '一个家庭的事实，按全国政策的问题列出；各地还可能有自己的问题，见 GET /policies/questions。不知道的不要填，或填 null。\n\nFacts of one household by the questions of the national policy; places may have more, see GET /policies/questions. Leave out what is not known, or send null.',
      required: ['members'],
      additionalProperties: false,
      properties: {
        household: objectOf(on('household')),
        members: { type: 'array', minItems: 1, maxItems: 30, items: objectOf(on('person')) },
        events: { type: 'array', maxItems: 10, items: objectOf(on('event')) },
      },
    },
    example: policy ? exampleOf(policy, views) : {},
  };
}

function objectOf(views: readonly View[]): Json {
  return { type: 'object', properties: Object.fromEntries(views.map((view) => [view.id, propertyOf(view)])) };
}

function propertyOf({ label, help, unit, per, smallest, largest, options }: View): Json {
  const remarks = [help?.zh, UNIT_WORDS[unit], per && PER_WORDS[per]].filter(Boolean).join('，');
  const listed = options.map((option) => `${option.id} ${option.label.zh}`).join('；');
  const description = [`${label.zh}（${label.en}）`, remarks, listed].filter((part) => part !== '').join('。');
  return { ...typeOf(unit, options), ...(largest !== null && { minimum: smallest, maximum: largest }), description };
}

function typeOf(unit: Question['unit'], options: View['options']): Json {
  if (unit === 'flag') return { type: ['boolean', 'null'] };
  if (unit === 'date') return { type: ['string', 'null'], format: 'date' };
  if (unit === 'text') return { enum: [...options.map(({ id }) => id), null] };
  return { type: ['integer', 'null'] };
}

const UNIT_WORDS: Readonly<Partial<Record<Question['unit'], string>>> = {
  fen: '单位：分（1 元 = 100 分）',
  basisPoints: '单位：万分之一',
  months: '单位：月',
  years: '单位：年',
  calendarDays: '单位：日',
};
const PER_WORDS = { day: '按日', month: '按月', year: '按年', incident: '按次' } as const;

/** The first few questions of each kind, answered plausibly: a mother with a child. */
function exampleOf({ on }: PolicyOn, views: readonly View[]): Json {
  const answered = (scope: RuleScope, given: Json) =>
    Object.fromEntries(
      Object.entries(given).filter(([id]) => views.some((view) => view.id === id && view.on === scope)),
    );
  const year = Number(on.slice(0, 4));
  return {
    household: answered('household', { area: 'urban', financialAssets: 900_000, carCount: 0, homeCount: 0 }),
    members: [
      answered('person', { birthDate: `${year - 39}-05-12`, relation: 'self', canWork: 'full', isEmployed: false }),
      answered('person', { birthDate: `${year - 12}-03-02`, relation: 'child', schooling: 'primary' }),
    ],
    events: [answered('event', { eventKind: 'jobLoss', suddenEvent: true })],
  };
}
