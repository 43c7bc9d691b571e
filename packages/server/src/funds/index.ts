export { createFund, type FundOpened, type NewFund } from './create-fund.ts';
export { findPayingAccount, getPayingAccount, type MoneyWanted, type PayingAccount } from './find-paying-account.ts';
export { type HandOut, handOutPayment, type PaymentPaid } from './hand-out-payment.ts';
export { type Issue, issuePettyCash } from './issue-petty-cash.ts';
export { type NewPettyCash, openPettyCash, type PettyCashOpened } from './open-petty-cash.ts';
export { type GrantToPay, planPayments, type Stage } from './order-payments.ts';
export { sealPayee } from './payee-snapshot.ts';
export { newPayments } from './payment-store.ts';
export { type MoneySource, type Receipt, receiveMoney } from './receive-money.ts';
export { getPaymentGrant, type Recovery, recoverToFund } from './recover-money.ts';
export { type GrantMoney, getReservedAccount, releaseGrant, reservation } from './reserve-grant.ts';
export { fundRoutes } from './routes.ts';
export {
  type Mover,
  type NewTransfer,
  newTransfer,
  type TransferKind,
  transfer,
  transferRefusals,
} from './transfer.ts';
