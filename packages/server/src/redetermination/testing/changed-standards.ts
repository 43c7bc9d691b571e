import type { DatedValue, PolicySet } from '@yimen/rules';
import { hashPacks, loadPolicySet } from '../../policy/index.ts';

const YUAN = 'anhui-luan-yuan';
/** Before: 756 yuan in town, 721 in villages. */
export const JULY = '2026-07-01';
const NEW = { urban: 79_400, rural: 70_000 } as const;

/** The packs on disk; from July on the standard of Yu'an is higher in town and lower in villages. */
export function changedStandards(): PolicySet {
  const { packs } = loadPolicySet();
  const yuan = packs.get(YUAN);
  if (!yuan) throw new Error('no pack of Yu’an');
  const values = (['urban', 'rural'] as const).map(
    (area): DatedValue => ({
      from: JULY,
      to: null,
      area,
      value: NEW[area],
      clause: 'luan-2024.standards',
      sourceClass: null,
      note: null,
    }),
  );
  const parameters = yuan.parameters.map((one) =>
    one.id === 'dibao.standard' ? { ...one, values: [...one.values, ...values] } : one,
  );
  const changed = new Map(packs).set(YUAN, { ...yuan, parameters });
  return { packs: changed, version: hashPacks(changed) };
}
