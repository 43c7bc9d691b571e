// The product's api process, as `npm start` runs it, for the benchmark.
import { startApi } from '../packages/server/src/main.ts';

type Options = Parameters<typeof startApi>[0];

process.once('message', (options: Options) => {
  // The profile of `--profile` is written when the process ends by itself.
  process.once('message', () => process.exit(0));
  void startApi(options).then(({ address }) => process.send?.({ port: Number(new URL(address).port) }));
});
