import type { ChangeContent } from '@yimen/contracts';

/** What somebody may draft who may change the policy at all. */
export const A_CEILING: ChangeContent = {
  kind: 'parameterValue',
  target: 'pettyCash.ceiling',
  value: {
    from: '2026-12-01',
    to: null,
    area: null,
    value: 1,
    clause: 'platform.county-must-set',
    sourceClass: null,
    note: null,
  },
};
