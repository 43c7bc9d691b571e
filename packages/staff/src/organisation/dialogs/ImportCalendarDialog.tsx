import { importCalendar, ScheduleYear } from '@yimen/contracts';
import { type Problem, useText, useWords } from '@yimen/ui';
import { Form, Input } from 'antd';
import { todayInShanghai } from '../../casework/today.ts';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { NumberField } from '../../platform/form/NumberField.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import { parseDates } from '../parse-dates.ts';
import { text } from '../text.ts';

interface Values {
  readonly year: number;
  readonly source: string;
  readonly offDays: string;
  readonly workDays?: string;
}

export function ImportCalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(text);
  const within = useRange();
  return (
    <CommandDialog<typeof importCalendar, Values>
      route={importCalendar}
      title={t('importCalendar')}
      submitText={t('importCalendar')}
      doneText={t('imported')}
      initialValues={{ year: Number(todayInShanghai().slice(0, 4)) + 1 }}
      toInput={({ year, source, offDays, workDays = '' }) => ({
        params: { year },
        body: { source, offDays: [...parseDates(offDays).dates], workDays: [...parseDates(workDays).dates] },
      })}
      showFacts={(problem) => <Findings problem={problem} />}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('importIntro')}</p>
      <Form.Item
        name="year"
        label={t('year')}
        rules={[{ required: true, message: t('yearNeeded') }, within('count', ScheduleYear)]}
      >
        <NumberField />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('source')}
        rules={[{ required: true, whitespace: true, min: 5, message: t('sourceNeeded') }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <DatesItem name="offDays" label={t('offDays')} required />
      <DatesItem name="workDays" label={t('workDays')} />
    </CommandDialog>
  );
}

interface DatesItemProps {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
}

function DatesItem({ name, label, required = false }: DatesItemProps) {
  const t = useText(text);
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        { required, whitespace: true, message: t('datesNeeded') },
        {
          validator: async (_, typed: string | undefined) => {
            const { wrong } = parseDates(typed ?? '');
            if (wrong.length > 0) throw new Error(t('datesWrong', { lines: wrong.join('、') }));
          },
        },
      ]}
    >
      <Input.TextArea rows={5} placeholder={t('datesExample')} />
    </Form.Item>
  );
}

/** Findings name single days of a list, which has one field here: they are listed instead. */
function Findings({ problem }: { readonly problem: Problem }) {
  const words = useWords();
  return (
    <ul>
      {problem.fieldErrors.map((finding) => (
        <li key={`${finding.path} ${finding.message.zh}`}>{words(finding.message)}</li>
      ))}
    </ul>
  );
}
