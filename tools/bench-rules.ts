import { parseArgs } from 'node:util';
import { benchRules } from '../bench/rules/bench-rules.ts';
import { DEFAULTS, SECTIONS } from '../bench/rules/options.ts';

const { values } = parseArgs({
  options: {
    households: { type: 'string' },
    only: { type: 'string', multiple: true },
    interpreted: { type: 'string' },
    all: { type: 'boolean', default: false },
    resume: { type: 'boolean', default: false },
    'no-write': { type: 'boolean', default: false },
  },
});
const households = Number(values.households ?? DEFAULTS.households);
await benchRules({
  households,
  sections: values.only ? SECTIONS.filter((one) => values.only?.includes(one)) : DEFAULTS.sections,
  interpreted: values.all ? households : Math.min(households, Number(values.interpreted ?? DEFAULTS.interpreted)),
  // A part of it is no table to keep.
  write: !values['no-write'] && !values.only && households === DEFAULTS.households,
  resume: values.resume,
});
process.exit(0);
