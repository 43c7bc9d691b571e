import { rebuildRegister } from '../mass-determination/index.ts';
import { StartFailure } from '../platform/runtime/index.ts';
import { say, withServices } from './context.ts';

/** `register rebuild [--before TIME]`: after an update of an installation that has assessments already. */
export async function rebuild([act, option, text]: string[]): Promise<void> {
  const before = option === undefined ? new Date() : new Date(option === '--before' ? (text ?? '') : '');
  if (act !== 'rebuild' || Number.isNaN(before.getTime()))
    throw new StartFailure({
      zh: '用法：register rebuild [--before 时间]。',
      en: 'Usage: register rebuild [--before TIME].',
    });
  const moment = before.toISOString();
  say(`中断后用 --before ${moment} 继续。`, `If interrupted, go on with --before ${moment}.`);
  const count = await withServices((services) => rebuildRegister(services, before, (done) => console.log(`  ${done}`)));
  say(`已重建 ${count} 户。`, `${count} households packed.`);
}
