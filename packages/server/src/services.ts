import { mkdirSync } from 'node:fs';
import { createRulebook, generatedFor, type PolicySet, type Rulebook } from '@yimen/rules';
import type { Logger } from 'pino';
import { openPostNames, type PostNames, reloadRegions } from './organisation/index.ts';
import { type Clock, systemClock } from './platform/clock/clock.ts';
import { SYSTEM_CONTEXT } from './platform/db/access-context.ts';
import { openDatabase } from './platform/db/database.ts';
import { watchDisk } from './platform/disk-watch.ts';
import { createLog } from './platform/log.ts';
import type { PlatformServices } from './platform/platform-services.ts';
import { type Profile, profileFrom, type Settings, settingsFor } from './platform/settings.ts';
import { openVault } from './platform/vault/vault.ts';
import { loadPolicySet } from './policy/index.ts';
import { openPolicySource, type PolicySource } from './policy-release/index.ts';
import { openCalendar, type ServerCalendar } from './server-calendar.ts';
import { openSimulator, type Simulator } from './simulation/index.ts';

/** What every use case may use: the platform, what the localities decided, and the official calendar. */
export type Services = PlatformServices & {
  /** Of the day: the packs on disk and the releases in force. */
  readonly policy: PolicySet;
  readonly policySource: PolicySource;
  /** The rules of every place, made ready at their first use. */
  readonly rulebook: Rulebook;
  readonly calendar: ServerCalendar;
  readonly postNames: PostNames;
  /** Threads and the register in memory; nothing of it is there before the first simulation. */
  readonly simulator: Simulator;
  close(): Promise<void>;
};

export type ServicesOptions = {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly profile?: Profile;
  /** Overrides single settings of the profile (tests, tools). */
  readonly settings?: Partial<Settings>;
  readonly clock?: Clock;
  /** The packs on disk. */
  readonly policy?: PolicySet;
  readonly log?: Logger;
  readonly name?: string;
};

export async function openServices(options: ServicesOptions): Promise<Services> {
  const { dataDir, databaseUrl, profile = profileFrom(), clock = systemClock, name = 'yimen' } = options;
  const settings = { ...settingsFor(profile), ...options.settings };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const packs = options.policy ?? loadPolicySet();
  const vault = await openVault({ dataDir, algorithm: settings.algorithm });
  const database = openDatabase({
    url: databaseUrl,
    poolSize: settings.poolSize,
    prepare: settings.prepare,
    applicationName: name,
  });
  const calendar = await openCalendar(database);
  await database.transact(SYSTEM_CONTEXT, reloadRegions);
  const policySource = await openPolicySource(database, packs, clock.now());
  const simulator = openSimulator({ databaseUrl, dataDir });
  return {
    database,
    clock,
    vault,
    get policy() {
      return policySource.current();
    },
    policySource,
    openDay: policySource.open,
    rulebook: createRulebook(generatedFor),
    calendar,
    postNames: openPostNames(),
    simulator,
    dataDir,
    profile,
    settings,
    log: options.log ?? createLog(name),
    mayWrite: watchDisk(dataDir, settings.minFreeMb),
    close: async () => {
      await simulator.close();
      await database.close();
    },
  };
}
