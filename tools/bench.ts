import { parseArgs } from 'node:util';
import { bench, DEFAULTS } from '../bench/bench.ts';
import { OPERATIONS } from '../bench/operations.ts';

const { values } = parseArgs({
  options: {
    households: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string' },
    only: { type: 'string', multiple: true },
    profile: { type: 'string' },
    'no-write': { type: 'boolean', default: false },
  },
});
await bench({
  households: Number(values.households ?? DEFAULTS.households),
  seconds: Number(values.seconds ?? DEFAULTS.seconds),
  connections: values.connections ? values.connections.split(',').map(Number) : DEFAULTS.connections,
  operations: values.only ? OPERATIONS.filter((one) => values.only?.includes(one)) : DEFAULTS.operations,
  write: !values['no-write'],
  profile: values.profile,
});
process.exit(0);
