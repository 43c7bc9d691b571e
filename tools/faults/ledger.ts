export type BankLine = {
  readonly paymentId: string;
  readonly caseId: string;
  readonly outcome: 'success' | 'failure' | 'duplicate';
};

/** Everything the servers said was done. */
export type Ledger = {
  readonly reports: string[];
  readonly accepted: string[];
  readonly cases: string[];
  readonly grants: string[];
  readonly payments: { readonly id: string; readonly caseId: string; readonly papers: number }[];
  /** Lines of return files the server said it had read. */
  readonly bankLines: BankLine[];
  readonly commands: Record<string, number>;
  retries: number;
  /** Refusals nobody should get in these stories. */
  readonly surprises: string[];
};

export function emptyLedger(): Ledger {
  return {
    reports: [],
    accepted: [],
    cases: [],
    grants: [],
    payments: [],
    bankLines: [],
    commands: {},
    retries: 0,
    surprises: [],
  };
}
