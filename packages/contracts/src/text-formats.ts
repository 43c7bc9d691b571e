import type { Text } from '@yimen/rules';

type TextFormat = { readonly pattern: RegExp; readonly example: string; readonly words: Text };

function textFormat(pattern: RegExp, example: string, zh: string, en: string): TextFormat {
  return { pattern, example, words: { zh, en } };
}

/** How texts may be written, and what is said of one that is written otherwise. */
export const TEXT_FORMATS = {
  /** 12 characters; a subtree is a code range; functional zones carry a letter. */
  regionCode: textFormat(
    /^[0-9A-Z]{12}$/,
    '341503000000',
    '应为 12 位区划代码，如 341503000000。',
    'must be the 12 characters of a region code, such as 341503000000.',
  ),
  /** A region code or the beginning of it. */
  placeCode: textFormat(
    /^[0-9A-Z]{2,12}$/,
    '341503',
    '应为区划代码或者其开头，2 至 12 位，如 341503。',
    'must be a region code or the beginning of one, 2 to 12 characters, such as 341503.',
  ),
  /** Without control and zero-width characters. */
  plainText: textFormat(
    /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]*$/u,
    '文字 text',
    '含有看不见的字符，请删去后重新输入。',
    'must not hold invisible characters: type it again.',
  ),
  phoneNumber: textFormat(
    /^\+?\d{5,15}$/,
    '05645151234',
    '应为电话号码，5 至 15 位数字。',
    'must be a phone number of 5 to 15 digits.',
  ),
  accountNumber: textFormat(
    /^\d{8,30}$/,
    '6222000012345678',
    '应为账号，8 至 30 位数字。',
    'must be an account number of 8 to 30 digits.',
  ),
  login: textFormat(
    /^[a-z0-9][a-z0-9.-]{1,60}$/,
    'zhang.san',
    '应为登录名：小写字母、数字、点和连字符，2 至 61 位，以字母或数字开头。',
    'must be a login of 2 to 61 lower-case letters, digits, dots and hyphens that begins with a letter or digit.',
  ),
  policyId: textFormat(
    /^[a-zA-Z0-9][a-zA-Z0-9.-]{0,99}$/,
    'dibao.standard',
    '应为政策编号：字母、数字、点和连字符，以字母或数字开头，不超过 100 位。',
    'must be an id of the policy: at most 100 letters, digits, dots and hyphens that begin with a letter or digit.',
  ),
} as const;

export const DATE_WORDS: Text = { zh: '应为日期，如 2026-03-01。', en: 'must be a date, such as 2026-03-01.' };
