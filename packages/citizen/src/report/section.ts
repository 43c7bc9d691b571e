import type { ReportDraft } from './draft.ts';

/** What every part of the page gets: the draft, how to change it, what is wrong with a field. */
export interface SectionProps {
  readonly draft: ReportDraft;
  readonly change: (part: Partial<ReportDraft>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Where an error summary lands. */
export function fieldId(field: string): string {
  return `report-${field}`;
}
