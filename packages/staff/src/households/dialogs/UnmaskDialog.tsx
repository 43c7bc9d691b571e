import { unmaskPerson } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { AutoComplete, Form } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { unmaskFieldText } from '../labels.ts';
import type { SensitiveValueProps } from '../SensitiveValue.tsx';
import { text } from '../text.ts';

export interface UnmaskDialogProps extends Pick<SensitiveValueProps, 'person' | 'field'> {
  readonly onReveal: (value: string | null) => void;
  readonly onClose: () => void;
}

export function UnmaskDialog({ person, field, onReveal, onClose }: UnmaskDialogProps) {
  const t = useText(text);
  const label = useText(unmaskFieldText);
  const purposes = [t('purposeCall'), t('purposeIdentity'), t('purposeVisit'), t('purposePay')];
  return (
    <CommandDialog<typeof unmaskPerson, { readonly purpose: string }>
      route={unmaskPerson}
      title={t('unmaskTitle', { name: person.name, field: label(field) })}
      submitText={t('unmask')}
      toInput={({ purpose }) => ({ params: { id: person.id }, body: { field, purpose } })}
      onDone={(answer) => onReveal(answer.value)}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('unmaskIntro')}</p>
      <Form.Item name="purpose" label={t('purpose')} rules={[{ required: true, min: 4, message: t('purposeNeeded') }]}>
        <AutoComplete options={purposes.map((value) => ({ value }))} maxLength={200} placeholder={t('purposeHint')} />
      </Form.Item>
    </CommandDialog>
  );
}
