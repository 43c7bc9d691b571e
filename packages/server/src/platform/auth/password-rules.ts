import { isCommonPassword } from './common-passwords.ts';

const MIN_LENGTH = 12;
const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];
// Words of this work that anybody would try first, in pinyin, English and Chinese.
const TRADE_WORDS = [
  'yimen',
  'minzheng',
  'shehuijiuzhu',
  'jiuzhu',
  'jiujinan',
  'dibao',
  '12349',
  'minzhengju',
  '民政',
  '救助',
  '低保',
  '一门',
];
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
];

export type PasswordContext = { readonly login: string; readonly name: string; readonly words: readonly string[] };

/** Why a password is not accepted; undefined when it is (等保: length, three kinds; no common words, names or rows). */
export function findPasswordFault(
  password: string,
  { login, name, words }: PasswordContext,
): { zh: string; en: string } | undefined {
  const lower = password.toLowerCase();
  const kinds = CLASSES.filter((pattern) => pattern.test(password)).length;
  if ([...password].length < MIN_LENGTH)
    return { zh: `至少 ${MIN_LENGTH} 位`, en: `At least ${MIN_LENGTH} characters` };
  if (kinds < 3)
    return { zh: '大写、小写、数字、符号至少含三类', en: 'Use three of: capitals, small letters, digits, symbols' };
  if (isCommonPassword(lower)) return { zh: '这是常见密码', en: 'This is a common password' };
  if (containsWord(lower, [login, name, ...words, ...TRADE_WORDS]))
    return {
      zh: '不能包含登录名、姓名、单位名或业务词',
      en: 'It must not contain your login, name, office or words of this work',
    };
  if (isMostlyRows(lower))
    return { zh: '不能主要由连续或重复的字符组成', en: 'It must not consist of rows or repeated characters' };
  return undefined;
}

function containsWord(lower: string, words: readonly string[]): boolean {
  return words
    .flatMap((word) => word.toLowerCase().split(/[\s.@-]+/))
    .some((word) => word.length >= minimumLength(word) && lower.includes(word));
}

/** Two Chinese characters are a word; two letters are not. */
function minimumLength(word: string): number {
  return /[^\u0000-\u007f]/.test(word) ? 2 : 4;
}

function isMostlyRows(lower: string): boolean {
  const rest = withoutRows(lower.replace(/(.)\1{2,}/gu, ''));
  return [...rest].length < 6 || new Set(lower).size < 6;
}

function withoutRows(text: string): string {
  let rest = text;
  for (const run of RUNS.flatMap((row) => [row, [...row].reverse().join('')])) {
    for (let length = run.length; length >= 4; length--) {
      for (let at = 0; at + length <= run.length; at++) rest = rest.replaceAll(run.slice(at, at + length), '');
    }
  }
  return rest;
}
