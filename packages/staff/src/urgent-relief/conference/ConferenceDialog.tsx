import { type ConferenceSeat, PositiveFen, recordCaseConference } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Radio } from 'antd';
import { todayInShanghai } from '../../casework/today.ts';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import { SeatFields } from './SeatFields.tsx';
import { text } from './text.ts';

export interface ConferenceDialogProps {
  readonly caseId: string;
  readonly occurredOn: string;
  /** Of the grant that waits for it. */
  readonly amountFen: number | undefined;
  readonly onClose: () => void;
}

interface Values {
  readonly heldOn: string;
  readonly participants: ConferenceSeat[];
  readonly conclusion: 'agreed' | 'declined';
  readonly agreedFen?: number;
  readonly minutes: string;
}

export function ConferenceDialog({ caseId, occurredOn, amountFen, onClose }: ConferenceDialogProps) {
  const t = useText(text);
  const within = useRange();
  return (
    <CommandDialog<typeof recordCaseConference, Values>
      route={recordCaseConference}
      title={t('record')}
      submitText={t('record')}
      doneText={t('recorded')}
      width={640}
      initialValues={{ heldOn: todayInShanghai(), ...(amountFen === undefined ? {} : { agreedFen: amountFen }) }}
      toInput={({ agreedFen = 0, ...values }) => ({
        params: { id: caseId },
        body: { ...values, agreedFen: values.conclusion === 'agreed' ? agreedFen : 0 },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('intro')}</p>
      <Form.Item name="heldOn" label={t('heldOnLabel')} rules={[{ required: true, message: t('dateNeeded') }]}>
        <CivilDateField min={occurredOn} max={todayInShanghai()} />
      </Form.Item>
      <SeatFields />
      <Form.Item name="conclusion" label={t('conclusion')} rules={[{ required: true, message: t('conclusionNeeded') }]}>
        <Radio.Group
          options={[
            { value: 'agreed', label: t('agreeTo') },
            { value: 'declined', label: t('decline') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['conclusion']}>
        {({ getFieldValue }) =>
          getFieldValue('conclusion') === 'agreed' ? (
            <Form.Item
              name="agreedFen"
              label={t('amountLabel')}
              rules={[{ required: true, message: t('amountNeeded') }, within('fen', PositiveFen)]}
            >
              <MoneyField />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item
        name="minutes"
        label={t('minutes')}
        extra={t('minutesHelp')}
        rules={[{ required: true, min: 10, whitespace: true, message: t('minutesNeeded') }]}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
    </CommandDialog>
  );
}
