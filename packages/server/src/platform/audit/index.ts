export { auditRoutes } from './list-audit.ts';
export { sealAudit, sealAuditJob, sweepAuditJob } from './seal-audit.ts';
export { type AuditFault, type AuditVerdict, verifyAudit } from './verify-audit.ts';
