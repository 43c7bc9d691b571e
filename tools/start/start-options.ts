import { resolve } from 'node:path';
import { StartFailure } from '../../packages/server/src/platform/runtime/index.ts';
import { PROFILES, type Profile } from '../../packages/server/src/platform/settings.ts';
import { ROOT } from '../lib/cache-directory.ts';

export type StartOptions = {
  port: number;
  host: string;
  metricsPort: number;
  dataDir: string;
  profile: Profile;
  /** Logs go to a file unless a container collects standard output. */
  logToOutput: boolean;
};

type Env = Readonly<Record<string, string | undefined>>;

export function readStartOptions(env: Env): StartOptions {
  const port = readPort(env, 'YIMEN_PORT', 8080);
  return {
    port,
    host: env['YIMEN_HOST'] || '127.0.0.1',
    metricsPort: readPort(env, 'YIMEN_METRICS_PORT', port === 65_535 ? port - 1 : port + 1),
    dataDir: resolve(ROOT, env['YIMEN_DATA_DIR'] || 'data'),
    profile: readProfile(env),
    logToOutput: env['YIMEN_LOG'] === 'stdout',
  };
}

/** To try Yimen one command is enough; whoever brings a database of their own means it seriously. */
function readProfile(env: Env): Profile {
  const name = env['YIMEN_PROFILE'] || (env['DATABASE_URL'] ? 'standard' : 'demo');
  const profile = PROFILES.find((known) => known === (name === 'production' ? 'standard' : name));
  if (profile !== undefined) return profile;
  throw new StartFailure({
    zh: `YIMEN_PROFILE 不能是 ${name}，可选：${PROFILES.join('、')}。`,
    en: `YIMEN_PROFILE cannot be ${name}; choose one of ${PROFILES.join(', ')}.`,
  });
}

function readPort(env: Env, name: string, otherwise: number): number {
  const text = env[name] || String(otherwise);
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartFailure({
    zh: `${name} 应为 1 到 65535 之间的端口号，现在是 ${text}。`,
    en: `${name} must be a port from 1 to 65535, not ${text}.`,
  });
}
