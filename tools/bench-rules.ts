import { parseArgs } from 'node:util';
import { benchRules } from '../bench/rules/bench-rules.ts';
import { DEFAULTS, SECTIONS } from '../bench/rules/options.ts';

const { values } = parseArgs({
  options: {
    households: { type: 'string' },
    only: { type: 'string', multiple: true },
    resume: { type: 'boolean', default: false },
    'no-write': { type: 'boolean', default: false },
  },
});
const households = Number(values.households ?? DEFAULTS.households);
await benchRules({
  households,
  sections: values.only ? SECTIONS.filter((one) => values.only?.includes(one)) : DEFAULTS.sections,
  // A part of it is no table to keep.
  write: !values['no-write'] && !values.only && households === DEFAULTS.households,
  resume: values.resume,
});
process.exit(0);
