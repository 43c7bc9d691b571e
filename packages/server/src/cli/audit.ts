import { verifyAudit } from '../platform/audit/index.ts';
import { say, withServices } from './context.ts';

/** Exit code 1 when the log was changed. */
export async function checkAudit(): Promise<void> {
  const verdict = await withServices((services) => verifyAudit(services.database, services.dataDir));
  const { fault, links, anchors, anchorsOutside, unsealed } = verdict;
  if (fault === undefined) {
    say(
      `审计日志完整：${links} 环，签名锚点 ${anchors} 个，库外副本 ${anchorsOutside} 份，待封存 ${unsealed} 条。`,
      `The audit log is whole: ${links} links, ${anchors} signed anchors, ${anchorsOutside} copies outside, ${unsealed} not sealed yet.`,
    );
    return;
  }
  const entry =
    fault.entryId === null ? { zh: '', en: '' } : { zh: `（日志 ${fault.entryId}）`, en: ` (entry ${fault.entryId})` };
  say(
    `审计日志在第 ${fault.seq} 环断裂${entry.zh}：${fault.reason.zh}。`,
    `The audit log breaks at link ${fault.seq}${entry.en}: ${fault.reason.en}.`,
  );
  process.exitCode = 1;
}
