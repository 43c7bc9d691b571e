// The product's api process, as `npm start` runs it, for the benchmark.
import { startApi } from '../packages/server/src/main.ts';

process.once('message', (options: Parameters<typeof startApi>[0]) => {
  void startApi(options).then(({ address }) => process.send?.({ port: Number(new URL(address).port) }));
});
