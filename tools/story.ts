import { parseArgs } from 'node:util';
import { DEMO_PASSWORD, outsideTeller, STAGES, stageOf, tellUrgentRelief } from '../packages/server/src/demo/index.ts';

const HELP = `npm run story -- urgent-relief --until STAGE [--url http://localhost:8080]
Drives a new case through the api of a running demonstration installation and prints how to open it.
Stages: ${STAGES.join(', ')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    until: { type: 'string', default: 'papers-due' },
    url: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const stage = stageOf(values.until);
if (values.help || positionals[0] !== 'urgent-relief' || stage === undefined) {
  console.error(HELP);
  process.exit(values.help ? 0 : 1);
}
const address = values.url ?? `http://localhost:${process.env['YIMEN_PORT'] ?? '8080'}`;
try {
  const told = await tellUrgentRelief(outsideTeller(address, DEMO_PASSWORD), stage, new Date());
  console.log(
    told.caseNo
      ? `案件 / case ${told.caseNo}\n${address}/staff/cases/${told.caseId}`
      : `报告 / report ${told.receiptNo}\n${address}/staff/reports/${told.reportId}`,
  );
  for (const { login, what } of told.signIns) console.log(`  ${login.padEnd(28)} ${what}`);
  console.log(`  密码 / password: ${told.password}`);
} catch (error) {
  console.error(
    `没有完成：请确认演示系统正在 ${address} 运行。 / Not finished: is the demonstration running at ${address}?`,
  );
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
