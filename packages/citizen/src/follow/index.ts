export { forgetReport, keepReport, listKeptReports } from './kept-reports.ts';
export { receiptHash } from './receipt-link.ts';
