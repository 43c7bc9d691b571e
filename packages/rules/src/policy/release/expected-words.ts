import { rangeInWords } from '../../explanation/range-in-words.ts';
import type { Language, Text } from '../../text.ts';
import type { Column, ParameterDefinition } from '../pack.ts';
import { INTEGER_UNITS, USUAL_LARGEST } from '../unit.ts';

type Form = Pick<Column, 'unit' | 'options' | 'smallest' | 'largest' | 'labels'> &
  Partial<Pick<ParameterDefinition, 'columns'>>;

/** What a value must look like, in the words of who types it: yuan for money, percent for ratios. */
export function expectedWords(form: Form): Text {
  const { unit, options, labels } = form;
  const named = (language: Language) =>
    (options ?? []).map((option) => labels?.[option]?.[language] ?? option).join(COMMA[language]);
  if (unit === 'table') return { zh: '应为一张表，每行填满各列', en: 'must be a table with every column filled' };
  if (INTEGER_UNITS.includes(unit)) return rangeWords(form);
  if (options !== null && unit === 'list') {
    return { zh: `应为若干选项：${named('zh')}`, en: `must be a list of ${named('en')}` };
  }
  if (options !== null) return { zh: `应为：${named('zh')}`, en: `must be one of ${named('en')}` };
  return OTHERS[unit as keyof typeof OTHERS]; // whole numbers and tables were handled above
}

function rangeWords({ unit, smallest, largest }: Form): Text {
  return rangeInWords(unit, { low: smallest ?? 0, high: largest ?? USUAL_LARGEST[unit] ?? Number.MAX_SAFE_INTEGER });
}

const COMMA = { zh: '、', en: ', ' } as const;

const OTHERS = {
  limit: { zh: '应为数目和单位，如“10 workingDays”', en: 'must be a number with its clock, such as “10 workingDays”' },
  flag: { zh: '应为是或否', en: 'must be yes or no' },
  date: { zh: '应为日历上有的日期', en: 'must be a day of the calendar' },
  list: { zh: '应为若干选项', en: 'must be a list' },
  text: { zh: '应为文字', en: 'must be text' },
} as const satisfies Record<string, Text>;
