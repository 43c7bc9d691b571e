import type { Text } from '@yimen/rules';
import type { YAMLParseError } from 'yaml';

/** The first mistake of a text that is no YAML: whatever follows is mostly its consequence. */
export function yamlProblem(errors: readonly YAMLParseError[]): { readonly line: number; readonly reason: Text } {
  // The parser walks down by calls: too deep a text ends in an overflow of the stack.
  const overflow = errors.find(({ message }) => message.startsWith('Maximum call stack'));
  const [first] = errors;
  const line = (overflow ?? first)?.linePos?.[0].line ?? 1;
  if (overflow || !first) return { line, reason: TOO_DEEP };
  const { zh, en } = WORDS[first.code] ?? OTHER;
  return { line, reason: { zh, en: `${en} (${first.message.split('\n')[0]?.replace(/ at line .*$/, '')})` } };
}

const TOO_DEEP: Text = { zh: '嵌套太深', en: 'the text is nested too deeply' };
const INDENTATION: Text = {
  zh: '缩进有误：同一级的行要左对齐，下一级缩进两格',
  en: 'the indentation is wrong: lines of one level begin in one column, two further in than the level above',
};
const OTHER: Text = {
  zh: 'YAML 写法有误：请看缩进、引号，文字中有冒号或逗号时要加引号',
  en: 'this is no YAML: look at the indentation and quotes; text with a colon or comma stands in quotes',
};
const WORDS: Partial<Record<YAMLParseError['code'], Text>> = {
  BAD_INDENT: INDENTATION,
  BLOCK_AS_IMPLICIT_KEY: OTHER,
  MULTILINE_IMPLICIT_KEY: INDENTATION,
  TAB_AS_INDENT: { zh: '缩进要用空格，不能用制表符', en: 'indent with spaces, not with tabs' },
  DUPLICATE_KEY: { zh: '同一项写了两次', en: 'the same key stands twice' },
};
