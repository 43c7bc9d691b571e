import type { Unit } from '@yimen/rules';
import { useWords } from '@yimen/ui';
import type { FormRule } from 'antd';
import { findWrongNumber, type NumberRange } from './find-wrong-number.ts';

/** A number that cannot stand stays as it was typed and is refused beside its field; that there is one, `required` asks. */
export function useRange(): (unit: Unit, range: NumberRange) => FormRule {
  const words = useWords();
  return (unit, range) => ({
    validator: async (_rule, value: unknown) => {
      const wrong = findWrongNumber(unit, range, value);
      if (wrong) throw new Error(words(wrong));
    },
  });
}
