import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stopAbandonedPostgres } from '../../packages/server/src/platform/runtime/index.ts';
import { say } from './announce.ts';

/**
 * A first start that is cut short leaves half a demonstration county, which nobody has worked with yet: it is made anew.
 * The mark is set only while there is no database at all, so no data of anybody can ever be behind it.
 */
export async function beginFirstStart(dataDir: string): Promise<{ finish: () => void }> {
  const mark = join(dataDir, 'first-start-unfinished');
  const cluster = join(dataDir, 'postgres');
  if (existsSync(mark)) {
    say('上次首次启动没有完成，重新建立演示数据 / the first start was cut short; making the demonstration anew');
    await stopAbandonedPostgres(dataDir);
    rmSync(cluster, { recursive: true, force: true });
  }
  if (!existsSync(cluster)) writeFileSync(mark, '');
  return { finish: () => rmSync(mark, { force: true }) };
}
