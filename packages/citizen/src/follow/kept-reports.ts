import { keepValue } from '../platform/kept-value.ts';

/** A report that its reporter asked this phone to remember. */
export interface KeptReport {
  readonly receiptNo: string;
  readonly followCode: string;
  readonly sentAt: string;
}

const MOST = 30;
const kept = keepValue('this-device', 'my-reports', isList);

export function listKeptReports(): readonly KeptReport[] {
  return kept.read() ?? [];
}

/** Returns the list as it is now. */
export function keepReport({ receiptNo, followCode, sentAt }: KeptReport): readonly KeptReport[] {
  return write([{ receiptNo, followCode, sentAt }, ...withoutReport(receiptNo)].slice(0, MOST));
}

export function forgetReport(receiptNo: string): readonly KeptReport[] {
  return write(withoutReport(receiptNo));
}

function withoutReport(receiptNo: string): readonly KeptReport[] {
  return listKeptReports().filter((report) => report.receiptNo !== receiptNo);
}

function write(reports: readonly KeptReport[]): readonly KeptReport[] {
  kept.write(reports.length === 0 ? undefined : reports);
  return reports;
}

function isList(found: unknown): found is readonly KeptReport[] {
  return (
    Array.isArray(found) &&
    found.every((one) => typeof one?.receiptNo === 'string' && typeof one?.followCode === 'string')
  );
}
