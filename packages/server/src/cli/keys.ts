import { profileFrom, settingsFor } from '../platform/settings.ts';
import { rotateKeys } from '../platform/vault/rotate-keys.ts';
import { say, withDatabase } from './context.ts';

export async function changeKeys(args: string[]): Promise<void> {
  const { algorithm } = settingsFor(profileFrom());
  const options = {
    algorithm,
    log: (line: string) => console.log(`  ${line}`),
    resume: args.includes('--resume'),
    destroyOld: args.includes('--destroy-old'),
  };
  const count = await withDatabase(({ migratorUrl }, dataDir) =>
    rotateKeys({ databaseUrl: migratorUrl, dataDir, ...options }),
  );
  say(`已用新密钥重新加密 ${count} 个字段。`, `${count} fields sealed with the new key.`);
  if (!options.destroyOld)
    say(
      '旧密钥仍保留；确认无误后用 --resume --destroy-old 销毁。',
      'The old keys are kept; destroy them later with --resume --destroy-old.',
    );
}
