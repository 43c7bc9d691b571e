import { refusedField } from '../platform/refused.ts';
import { regionTree } from './region-tree.ts';

/** A living region; retired ones are kept for old records only. */
export function requireRegion(code: string, path: string): void {
  const node = regionTree().find(code);
  if (node === undefined)
    throw refusedField('INVALID_INPUT', path, { zh: '没有这个行政区划', en: 'There is no such region' });
  if (node.successorCode !== null)
    throw refusedField('INVALID_INPUT', path, {
      zh: '该区划已撤销，请选择现行区划',
      en: 'This region was abolished; choose its successor',
    });
}
