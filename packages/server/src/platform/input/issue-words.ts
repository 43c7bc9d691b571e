import { DATE_WORDS, TEXT_FORMATS, Words } from '@yimen/contracts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

export const strangeField: Words = {
  zh: '不认识的字段，请删去或者核对拼写。',
  en: 'does not belong here: remove it, or check its spelling.',
};

/** What is expected, for people; never in the words of the library. Of what is not there at all that is said first. */
export function issueWords(issue: Issue): Words {
  const { zh, en } = expectation(issue);
  return issue.input === undefined ? { zh: `没有填写，${zh}`, en: `is missing: it ${en}` } : { zh, en };
}

function expectation(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return mustBe(kindOf(issue.expected));
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_format':
      return formatWords(issue);
    case 'too_big':
      return mostWords(issue.origin, issue.maximum);
    case 'too_small':
      return leastWords(issue.origin, issue.minimum);
    case 'invalid_union':
      return unionWords(issue);
    case 'custom':
      return Words.safeParse(issue.params).data ?? OTHERWISE;
    default:
      return OTHERWISE;
  }
}

export function keyWords(issue: Issue): Words {
  const { zh, en } = expectation(issue);
  return { zh: `这一字段的名称${zh}`, en: `the name of this field ${en}` };
}

const OTHERWISE: Words = { zh: '不合要求，请核对。', en: 'must be checked: it does not fit.' };

const KINDS: Readonly<Record<string, Words>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否（true、false）', en: 'true or false' },
  array: { zh: '列表（[…]）', en: 'a list ([...])' },
  object: { zh: '一组字段（{…}）', en: 'a group of fields ({...})' },
  record: { zh: '一组字段（{…}）', en: 'a group of fields ({...})' },
  null: { zh: '空（null）', en: 'null' },
};

function kindOf(expected: string): Words {
  return KINDS[expected] ?? { zh: '别的内容', en: 'something else' };
}

function mustBe({ zh, en }: Words): Words {
  return { zh: `应为${zh}。`, en: `must be ${en}.` };
}

function oneOf(values: readonly unknown[]): Words {
  const [only, ...others] = values.map(String);
  if (only !== undefined && others.length === 0) return { zh: `应为 ${only}。`, en: `must be ${only}.` };
  return { zh: `应为以下之一：${values.join('、')}。`, en: `must be one of ${values.join(', ')}.` };
}

function unionWords(issue: z.core.$ZodIssueInvalidUnion): Words {
  if ('options' in issue && issue.options) return oneOf(issue.options);
  const kinds = new Set(
    issue.errors.flatMap(([first]) => (first?.code === 'invalid_type' ? [kindOf(first.expected)] : [])),
  );
  return mustBe({ zh: [...kinds].map(({ zh }) => zh).join('、'), en: [...kinds].map(({ en }) => en).join(' or ') });
}

function formatWords({ format, pattern }: z.core.$ZodIssueInvalidStringFormat): Words {
  if (format === 'date') return DATE_WORDS;
  if (format === 'datetime') return INSTANT;
  if (format === 'uuid') return RECORD_ID;
  if (format === 'url') return WEB_ADDRESS;
  return Object.values(TEXT_FORMATS).find((known) => String(known.pattern) === pattern)?.words ?? OTHERWISE;
}

const INSTANT: Words = {
  zh: '应为带时区的时刻，如 2026-03-01T09:30:00+08:00。',
  en: 'must be a moment with its time zone, such as 2026-03-01T09:30:00+08:00.',
};
const WEB_ADDRESS: Words = {
  zh: '应为完整的网址，如 https://www.mca.gov.cn/。',
  en: 'must be a whole web address, such as https://www.mca.gov.cn/.',
};
const RECORD_ID: Words = {
  zh: '应为记录编号（UUID），请从平台的回答中复制。',
  en: 'must be the id of a record (UUID): copy it from an answer of the platform.',
};

function mostWords(origin: string, most: number | bigint): Words {
  if (origin === 'string') return { zh: `不能超过 ${most} 个字。`, en: `must have at most ${most} characters.` };
  if (origin === 'array') return { zh: `不能超过 ${most} 项。`, en: `must have at most ${most} entries.` };
  return { zh: `不能大于 ${most}。`, en: `must not be more than ${most}.` };
}

function leastWords(origin: string, least: number | bigint): Words {
  if (origin === 'string')
    return least === 1
      ? { zh: '不能为空，请填写。', en: 'must not be empty.' }
      : { zh: `至少写 ${least} 个字。`, en: `must have at least ${least} characters.` };
  if (origin === 'array') return { zh: `至少要有 ${least} 项。`, en: `must have at least ${least} of them.` };
  return { zh: `不能小于 ${least}。`, en: `must not be less than ${least}.` };
}
