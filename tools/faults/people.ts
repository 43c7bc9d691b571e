import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import * as contract from '@yimen/contracts';
import { aMember, anIntake } from '../../packages/server/src/testing/builders.ts';
import { aProposal } from '../../packages/server/src/testing/relief-acts.ts';
import { aStaffReport } from '../../packages/server/src/testing/reports.ts';
import type { Rig } from './rig.ts';

const PATIENCE_MS = 90_000;
const GRANT_FEN = 1_000;

/** Everything the servers said was done. */
export type Ledger = {
  readonly reports: string[];
  readonly accepted: string[];
  readonly cases: string[];
  readonly grants: string[];
  readonly payments: { readonly id: string; readonly caseId: string; readonly papers: number }[];
  readonly commands: Record<string, number>;
  retries: number;
  /** Refusals nobody should get in these stories. */
  readonly surprises: string[];
};

export function emptyLedger(): Ledger {
  return { reports: [], accepted: [], cases: [], grants: [], payments: [], commands: {}, retries: 0, surprises: [] };
}

type Command<R extends contract.Route> = {
  readonly route: R;
  readonly login: string;
  readonly params?: Record<string, string>;
  readonly body: unknown;
};

/** People at work: report, accept, take in, propose, approve, hand out; each begins again until told to go home. */
export function putPeopleToWork(rig: Rig, ledger: Ledger, people: number): { goHome(): Promise<void> } {
  let isOver = false;
  const loops = Array.from({ length: people }, async () => {
    while (!isOver) await oneStory(rig, ledger);
  });
  return {
    goHome: async () => {
      isOver = true;
      await Promise.all(loops);
    },
  };
}

async function oneStory(rig: Rig, ledger: Ledger): Promise<void> {
  const report = await send(rig, ledger, {
    route: contract.createReport,
    login: 'village.assistant',
    body: aStaffReport({ reporterPhone: '12800000001', occurredOn: null }),
  });
  if (!report) return;
  ledger.reports.push(report.reportId);
  const accepted = await send(rig, ledger, {
    route: contract.acceptReport,
    login: 'town.window',
    params: { id: report.reportId },
    body: { expectedVersion: 1 },
  });
  if (accepted) ledger.accepted.push(report.reportId);

  const household = {
    is: 'new' as const,
    regionCode: '341503100201',
    members: [aMember({ phone: '12800000002', idNumber: null })],
    searched: true as const,
  };
  const event = { ...anIntake().event, occurredOn: today() };
  const taken = await send(rig, ledger, {
    route: contract.takeIn,
    login: 'town.window',
    body: anIntake({ household, event }),
  });
  if (!taken) return;
  ledger.cases.push(taken.caseId);
  const payeePersonId = (
    await rig.owner
      .query<{ id: string }>('SELECT person_id AS id FROM yimen.household_member WHERE household_id = $1', [
        taken.householdId,
      ])
      .catch(() => undefined)
  )?.rows[0]?.id;
  // The database is away just now: this household waits for its money, the next one is taken in.
  if (!payeePersonId) return;
  const proposed = await send(rig, ledger, {
    route: contract.proposeGrant,
    login: 'town.window',
    params: { id: taken.caseId },
    body: aProposal({ amountFen: GRANT_FEN, payeePersonId }),
  });
  if (!proposed) return;
  ledger.grants.push(proposed.grantId);
  await send(rig, ledger, {
    route: contract.approveGrant,
    login: 'society.keeper',
    params: { id: proposed.grantId },
    body: { comment: null, expectedVersion: 1 },
  });
  const payment = (
    await rig.owner
      .query<{ id: string }>('SELECT id FROM yimen.payment WHERE grant_id = $1', [proposed.grantId])
      .catch(() => undefined)
  )?.rows[0]?.id;
  if (!payment) return;
  const paid = await send(rig, ledger, {
    route: contract.payGrant,
    login: 'society.keeper',
    params: { id: payment },
    body: { signedBy: '本人', receiptPhotoId: null, note: null },
  });
  if (paid) ledger.payments.push({ id: paid.paymentId, caseId: taken.caseId, papers: paid.papersDue });
}

/** One key for one act, sent again until somebody answers for it: as the web pages and a phone without signal do. */
async function send<R extends contract.Route>(
  rig: Rig,
  ledger: Ledger,
  command: Command<R>,
): Promise<contract.ResponseOf<R> | undefined> {
  const { route, login, params = {}, body } = command;
  const key = randomUUID();
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? '');
  const { token } = await rig.county.as(login);
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': key,
    'x-yimen-csrf': '1',
    cookie: `yimen_session=${token}`,
  };
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
    const answer = await fetch(`${rig.url}/api${path}`, {
      method: route.method,
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      // Nobody there, or gone in the middle of the answer.
      .catch(() => undefined);
    if (answer?.status === 200) {
      ledger.commands[route.id] = (ledger.commands[route.id] ?? 0) + 1;
      return JSON.parse(answer.text) as contract.ResponseOf<R>; // the api answers by its contract
    }
    if (answer && answer.status < 500) {
      ledger.surprises.push(`${route.id} ${answer.status} ${/"code":"(\w+)"/.exec(answer.text)?.[1] ?? ''}`);
      return undefined;
    }
    if (answer?.status === 500) ledger.surprises.push(`${route.id} 500`);
    ledger.retries += 1;
    await delay(100);
  }
  ledger.surprises.push(`${route.id} was never answered`);
  return undefined;
}

function today(): string {
  return new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
}
