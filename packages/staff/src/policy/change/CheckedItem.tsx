import { useText, useWords } from '@yimen/ui';
import { Form, type FormItemProps } from 'antd';
import { text } from '../text.ts';
import type { LiveCheck } from './use-live-check.ts';

export interface CheckedItemProps extends FormItemProps {
  /** Field of the change, as findings name it. */
  readonly field: string;
  readonly check: LiveCheck;
}

/** A field with what the server finds wrong with it while it is typed. */
export function CheckedItem({ field, check, children, ...item }: CheckedItemProps) {
  const t = useText(text);
  const words = useWords();
  const issues = check.issuesOf(field);
  const said = issues.map((issue) => {
    const message = words(issue.message);
    if (issue.line !== null && issue.column !== null) {
      return t('at', { line: issue.line, column: issue.column, message });
    }
    // Of a decision table the path begins with its list of rows.
    const row = issue.path.find((part) => typeof part === 'number');
    return row === undefined ? message : `${t('row', { row: Number(row) + 1 })} ${message}`;
  });
  return (
    <Form.Item {...item} {...(said.length === 0 ? {} : { validateStatus: 'error', help: said.join('；') })}>
      {children}
    </Form.Item>
  );
}
