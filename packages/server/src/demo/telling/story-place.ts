import type { IntakeFields, NewFact } from '@yimen/contracts';

/** Ids and people a story needs. */
export type StoryPlace = {
  readonly household: IntakeFields['household'];
  /** Who is paid; the first of the household when the story does not know. */
  readonly payeePersonId?: string | undefined;
  /** What is learned about the household when it is assessed. */
  readonly answers?: readonly NewFact[];
  readonly loginOfPost: (postKey: string) => string;
  /** Nothing is told later than this. */
  readonly now: Date;
  readonly fiscalFundId: string;
  readonly officeIdOf: (officeKey: string) => string;
  readonly earlierReportId?: string | undefined;
  readonly referralLogin?: string | undefined;
};
