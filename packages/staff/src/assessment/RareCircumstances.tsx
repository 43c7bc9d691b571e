import type { NextQuestion } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Group } from './new-facts.ts';
import { text } from './text.ts';

export interface RareCircumstancesProps {
  readonly group: Group;
  /** Each with the answer that holds of nearly everybody. */
  readonly questions: readonly NextQuestion[];
  readonly about: string;
  /** Their fields. */
  readonly children: ReactNode;
}

/** What holds of hardly anybody: named in one line, answered by one press, which fills the fields in for all to see. */
export function RareCircumstances({ group, questions, about, children }: RareCircumstancesProps) {
  const t = useText(text);
  const words = useWords();
  const form = Form.useFormInstance();
  const [open, setOpen] = useState(false);
  function confirmUsual(): void {
    for (const { id, usual } of questions) {
      const name = [group.key, 'answers', id];
      const answer: unknown = form.getFieldValue(name);
      // Half a list answered by hand stays as it is.
      if (answer === undefined || answer === null) form.setFieldValue(name, usual);
    }
    setOpen(true);
  }
  return (
    <div className="ya-rare">
      <p>
        <strong>{t('rare', { count: questions.length })}</strong>{' '}
        <span className="yc-faint">{questions.map(({ label }) => words(label)).join(t('rareComma'))}</span>
      </p>
      <Button size="small" onClick={confirmUsual} aria-label={t('noneOfThemFor', { name: about })}>
        {t('noneOfThem')}
      </Button>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('oneByOne')}</summary>
        <div className="ya-questions">{children}</div>
      </details>
    </div>
  );
}
