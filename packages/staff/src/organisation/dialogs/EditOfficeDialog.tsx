import { type Office, updateOffice } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Checkbox, Form } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { OfficeFields, type OfficeValues, officeInput } from '../OfficeFields.tsx';
import { text } from '../text.ts';

interface Values extends OfficeValues {
  readonly active: boolean;
}

/** After a conflict the page behind holds the newest version: submitting again is a decision, not an accident. */
export function EditOfficeDialog({ office, onClose }: { readonly office: Office; readonly onClose: () => void }) {
  const t = useText(text);
  const { name, kind, department, regionCode, phone, address, openHours, isPublic, active } = office;
  return (
    <CommandDialog<typeof updateOffice, Values>
      route={updateOffice}
      title={t('editOffice')}
      submitText={t('save')}
      doneText={t('officeSaved')}
      width={680}
      fieldLabels={{ name: t('officeName'), phone: t('phone'), address: t('address'), openHours: t('openHours') }}
      initialValues={{ name, kind, department, regionCode, phone, address, openHours, isPublic, active }}
      toInput={(values) => ({
        params: { id: office.id },
        body: { ...officeInput(values), active: values.active, expectedVersion: office.version },
      })}
      onClose={onClose}
    >
      <OfficeFields regionName={office.regionName} />
      <Form.Item name="active" valuePropName="checked">
        <Checkbox>{t('active')}</Checkbox>
      </Form.Item>
    </CommandDialog>
  );
}
