import type { Words } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';

/** What one business still owes to a case, and what it has already given; asked before a case is closed. */
export type Obligations = { readonly open: readonly Words[]; readonly aided: boolean; readonly referred: boolean };
export type AskObligations = (tx: Tx, caseId: string) => Promise<Obligations>;

/** Everybody's answer together. */
export async function askAll(tx: Tx, caseId: string, asks: readonly AskObligations[]): Promise<Obligations> {
  const answers: Obligations[] = [];
  for (const ask of asks) answers.push(await ask(tx, caseId));
  return {
    open: answers.flatMap((answer) => answer.open),
    aided: answers.some((answer) => answer.aided),
    referred: answers.some((answer) => answer.referred),
  };
}
