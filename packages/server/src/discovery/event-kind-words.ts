import type { EventKind, Words } from '@yimen/contracts';

/** Kinds of events as people say them; one catalogue for summaries, messages and pages. */
export const EVENT_KIND_WORDS: Readonly<Record<EventKind, Words>> = {
  fire: { zh: '火灾', en: 'Fire' },
  'traffic-accident': { zh: '交通事故', en: 'Traffic accident' },
  'work-accident': { zh: '工伤事故', en: 'Accident at work' },
  'other-accident': { zh: '意外事故', en: 'Accident' },
  'serious-illness': { zh: '突发重病', en: 'Serious illness' },
  'natural-disaster': { zh: '自然灾害', en: 'Natural disaster' },
  'death-of-breadwinner': { zh: '主要劳动力去世', en: 'Death of the breadwinner' },
  'job-loss': { zh: '失业断收', en: 'Loss of work and income' },
  'child-alone': { zh: '儿童无人照料', en: 'Child left alone' },
  violence: { zh: '遭受暴力', en: 'Violence' },
  destitute: { zh: '生活无着', en: 'Destitute' },
  other: { zh: '其他急难', en: 'Other urgent difficulty' },
};
