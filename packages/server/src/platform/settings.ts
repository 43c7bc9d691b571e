import { ALGORITHMS, type Algorithm } from './vault/key-ring.ts';

/** demo: data to play with; standard: production; dengbao3: production under 等保 level 3 (second factor, 90-day passwords). */
export const PROFILES = ['demo', 'standard', 'dengbao3'] as const;
export type Profile = (typeof PROFILES)[number];

export type Settings = {
  /** Shown in the header; empty: the county of the acting post. */
  readonly locality: string;
  readonly hotline: string;
  /** Served under https (by a gateway): `__Host-` cookies and HSTS. */
  readonly secure: boolean;
  /** Addresses of the gateway whose forwarded headers count; none by default. */
  readonly trustProxy: readonly string[];
  /** False behind a pooler in transaction mode. */
  readonly prepare: boolean;
  readonly poolSize: number;
  readonly session: { readonly idleMinutes: number; readonly absoluteMinutes: number; readonly maxLive: number };
  readonly signIn: {
    readonly maxFailures: number;
    readonly lockMinutes: number;
    readonly failureGridMs: number;
    /** An account nobody used for so many days does not open any more; null: never closes by itself. */
    readonly unusedDays: number | null;
  };
  readonly password: { readonly maxAgeDays: number | null; readonly secondFactorNeeded: boolean };
  readonly passwordHash: { readonly memoryKib: number; readonly passes: number };
  /** Requests per minute and address. */
  readonly rates: { readonly signIn: number; readonly publicCommand: number; readonly publicRead: number };
  readonly algorithm: Algorithm;
  readonly sms: { readonly url: string; readonly secret: string; readonly timeoutMs: number } | null;
  readonly minFreeMb: number;
};

type Env = Readonly<Record<string, string | undefined>>;

export function profileFrom(env: Env = process.env): Profile {
  const name = env['YIMEN_PROFILE'] ?? 'standard';
  const profile = PROFILES.find((known) => known === name);
  if (profile === undefined) throw new Error(`YIMEN_PROFILE must be one of ${PROFILES.join(', ')}`);
  return profile;
}

/** Defaults of the profile, then what the environment says. */
export function settingsFor(profile: Profile, env: Env = process.env): Settings {
  const isDemo = profile === 'demo';
  const isStrict = profile === 'dengbao3';
  return {
    locality: env['YIMEN_LOCALITY'] ?? '',
    hotline: env['YIMEN_HOTLINE'] ?? '12349',
    secure: flag(env['YIMEN_HTTPS'], isStrict),
    trustProxy: list(env['YIMEN_TRUST_PROXY']),
    prepare: !flag(env['YIMEN_POOLER'], false),
    poolSize: whole(env['YIMEN_POOL_SIZE'], 12),
    session: { idleMinutes: idleMinutes(profile), absoluteMinutes: 600, maxLive: isDemo ? 8 : 2 },
    signIn: {
      maxFailures: 5,
      lockMinutes: 15,
      failureGridMs: 100,
      unusedDays: whole(env['YIMEN_UNUSED_ACCOUNT_DAYS'], isDemo ? 0 : 90) || null,
    },
    password: { maxAgeDays: isStrict ? 90 : null, secondFactorNeeded: isStrict },
    passwordHash: { memoryKib: 19_456, passes: 2 },
    rates: isDemo
      ? { signIn: 600, publicCommand: 60, publicRead: 1200 }
      : { signIn: 30, publicCommand: 10, publicRead: 300 },
    algorithm: ALGORITHMS.find((known) => known === env['YIMEN_FIELD_ALGORITHM']) ?? 'aes-256-gcm',
    sms: smsFrom(env),
    minFreeMb: whole(env['YIMEN_MIN_FREE_MB'], 512),
  };
}

function idleMinutes(profile: Profile): number {
  switch (profile) {
    case 'demo':
      return 120;
    case 'standard':
      return 30;
    case 'dengbao3':
      return 15;
  }
}

function smsFrom(env: Env): Settings['sms'] {
  const url = env['YIMEN_SMS_URL'];
  const secret = env['YIMEN_SMS_SECRET'];
  if (!url) return null;
  if (!secret) throw new Error('YIMEN_SMS_URL needs YIMEN_SMS_SECRET');
  return { url, secret, timeoutMs: whole(env['YIMEN_SMS_TIMEOUT_MS'], 5000) };
}

function flag(text: string | undefined, otherwise: boolean): boolean {
  return text === undefined || text === '' ? otherwise : text === '1' || text === 'true';
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function whole(text: string | undefined, otherwise: number): number {
  const value = Number(text || otherwise);
  if (!Number.isInteger(value) || value < 0) throw new Error(`"${text}" is not a whole number`);
  return value;
}
