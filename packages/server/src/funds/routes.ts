import * as contract from '@yimen/contracts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { cancelBatch } from './cancel-batch.ts';
import { checkBatch } from './check-batch.ts';
import { checkPayment } from './check-payment.ts';
import { confirmCount } from './confirm-count.ts';
import { countPettyCash } from './count-petty-cash.ts';
import { exportBatch } from './export-batch.ts';
import { findFundView, listFunds, listTransfers } from './fund-queries.ts';
import { issuePettyCash } from './issue-petty-cash.ts';
import { makeBatch } from './make-batch.ts';
import { parseReturnFile } from './parse-return-file.ts';
import { listBatchRows, listPaymentRows } from './payment-queries.ts';
import { listBoxes } from './petty-cash-queries.ts';
import { findFund } from './queries.ts';
import { readReturnFile } from './read-return-file.ts';
import { receiveMoney } from './receive-money.ts';
import { reconcileBatch } from './reconcile-batch.ts';
import { replacePayment } from './replace-payment.ts';
import { requestReplenishment } from './request-replenishment.ts';
import { batchView, boxView, paymentView, showBatch, showPettyCash } from './show-funds.ts';
import { sha256 } from './write-bank-file.ts';

export function fundRoutes(services: Services): Implementation[] {
  return [...ledgerRoutes(), ...pettyCashRoutes(services), ...paymentRoutes(services), ...batchRoutes(services)];
}

function ledgerRoutes(): Implementation[] {
  return [
    implement(contract.listFunds, async ({ tx, query, note }) => {
      const page = await listFunds(tx, query.kind, query);
      note({ subjectType: 'fund-list', details: { count: page.items.length } });
      return page;
    }),
    implement(contract.getFund, async ({ tx, params, note }) => {
      const fund = await findFundView(tx, params.id);
      if (!fund) throw refused('NOT_FOUND');
      note({ subjectType: 'fund', subjectId: fund.id });
      return fund;
    }),
    implement(contract.listTransfers, async ({ tx, params, query, note }) => {
      if (!(await findFund(tx, params.id))) throw refused('NOT_FOUND');
      const page = await listTransfers(tx, params.id, query.accountId, query);
      note({ subjectType: 'fund', subjectId: params.id, details: { count: page.items.length } });
      return page;
    }),
    implement(contract.receiveMoney, async ({ tx, params, body, actor, now, note }) => {
      note({ subjectType: 'fund', subjectId: params.id, details: { source: body.source, amountFen: body.amountFen } });
      return { id: await receiveMoney(tx, { ...body, fundId: params.id, actor, now }) };
    }),
  ];
}

function pettyCashRoutes(services: Services): Implementation[] {
  return [
    implement(contract.listPettyCash, async ({ tx, query, actor, now, note }) => {
      const page = await listBoxes(tx, query);
      note({ subjectType: 'petty-cash-list', details: { count: page.items.length } });
      return { items: page.items.map((box) => boxView(services, box, actor, now)), nextCursor: page.nextCursor };
    }),
    implement(contract.getPettyCash, async ({ tx, params, query, actor, now, note }) => {
      note({ subjectType: 'petty-cash', subjectId: params.officeId });
      return showPettyCash(tx, services, { officeId: params.officeId, page: query, actor, now });
    }),
    implement(contract.requestReplenishment, async ({ tx, params, body, actor, now, note }) => {
      note({ subjectType: 'petty-cash', subjectId: params.officeId, details: { amountFen: body.amountFen } });
      return requestReplenishment(tx, services, actor, { ...body, officeId: params.officeId, now });
    }),
    implement(contract.issuePettyCash, async ({ tx, params, body, actor, now, note }) => {
      note({ subjectType: 'petty-cash', subjectId: params.officeId, details: { amountFen: body.amountFen } });
      return issuePettyCash(tx, services, actor, { ...body, officeId: params.officeId, now });
    }),
    implement(contract.countPettyCash, async ({ tx, params, body, actor, now, note }) => {
      note({ subjectType: 'petty-cash', subjectId: params.officeId, details: { countedFen: body.countedFen } });
      return countPettyCash(tx, actor, { ...body, officeId: params.officeId, now });
    }),
    implement(contract.confirmCount, async ({ tx, params, body, actor, now, note }) => {
      note({ subjectType: 'petty-cash-count', subjectId: params.id });
      return confirmCount(tx, actor, { id: params.id, expectedVersion: body.expectedVersion, now });
    }),
  ];
}

function paymentRoutes(services: Services): Implementation[] {
  return [
    implement(contract.listPayments, async ({ tx, query, actor, note }) => {
      const page = await listPaymentRows(tx, query, query);
      note({ subjectType: 'payment-list', details: { count: page.items.length } });
      return { items: page.items.map((payment) => paymentView(payment, actor)), nextCursor: page.nextCursor };
    }),
    implement(contract.checkPayment, async ({ tx, params, body, actor, now, note }) => {
      note({ subjectType: 'payment', subjectId: params.id });
      return checkPayment(tx, services, actor, { id: params.id, expectedVersion: body.expectedVersion, now });
    }),
    implement(contract.replacePayment, async ({ tx, params, body, actor, now, note }) => {
      const done = await replacePayment(tx, services, actor, { ...body, id: params.id, now });
      note({
        subjectType: 'payment',
        subjectId: params.id,
        purpose: body.reason,
        details: { replacedBy: done.id, useCurrentAccount: body.useCurrentAccount },
      });
      return done;
    }),
  ];
}

function batchRoutes(services: Services): Implementation[] {
  return [
    implement(contract.listBatches, async ({ tx, query, actor, note }) => {
      const page = await listBatchRows(tx, query);
      note({ subjectType: 'batch-list', details: { count: page.items.length } });
      return { items: page.items.map((batch) => batchView(batch, actor)), nextCursor: page.nextCursor };
    }),
    implement(contract.makeBatch, async ({ tx, body, actor, now, note }) => {
      const done = await makeBatch(tx, actor, { ...body, now });
      note({ subjectType: 'batch', subjectId: done.id, details: { count: body.paymentIds.length } });
      return done;
    }),
    implement(contract.getBatch, async ({ tx, params, actor, note }) => {
      const batch = await showBatch(tx, params.id, actor);
      note({ subjectType: 'batch', subjectId: batch.id, details: { count: batch.count } });
      return batch;
    }),
    implement(contract.checkBatch, async ({ tx, params, body, actor, now, note }) => {
      note({ subjectType: 'batch', subjectId: params.id });
      return checkBatch(tx, actor, { id: params.id, expectedVersion: body.expectedVersion, now });
    }),
    implement(contract.cancelBatch, async ({ tx, params, body, now, note }) => {
      note({ subjectType: 'batch', subjectId: params.id, purpose: body.reason });
      return cancelBatch(tx, { id: params.id, expectedVersion: body.expectedVersion, reason: body.reason, now });
    }),
    implement(contract.exportBatch, async ({ tx, params, now, note }) => {
      const file = await exportBatch(tx, services, params.id, now);
      note({
        subjectType: 'batch',
        subjectId: params.id,
        purpose: 'bank-file',
        details: { count: file.count, sha256: file.sha256.toString('hex') },
      });
      return { bytes: file.bytes, mediaType: 'text/csv; charset=utf-8', fileName: file.fileName };
    }),
    implement(contract.readReturnFile, async ({ tx, params, body, actor, now, note }) => {
      const upload = readUpload(body);
      const read = await readReturnFile(tx, services, actor, { batchId: params.id, ...upload, now });
      note({ subjectType: 'batch', subjectId: params.id, details: { ...read, sha256: upload.sha256.toString('hex') } });
      return read;
    }),
    implement(contract.reconcileBatch, async ({ tx, params, body, actor, now, note }) => {
      note({ subjectType: 'batch', subjectId: params.id });
      return reconcileBatch(tx, actor, { id: params.id, expectedVersion: body.expectedVersion, note: body.note, now });
    }),
  ];
}

/** A full batch of 5,000 lines has less than one; more would hold up everybody while it is parsed. */
const MAX_UPLOAD_BYTES = 2 * 1024 * 1024;

function readUpload(body: unknown) {
  if (!(body instanceof Uint8Array) || body.length === 0) throw refused('FILE_UNREADABLE');
  if (body.length > MAX_UPLOAD_BYTES) throw refused('TOO_LARGE');
  return { lines: parseReturnFile(body), sha256: sha256(body) };
}
