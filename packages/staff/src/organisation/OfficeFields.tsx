import { type BodyOf, type createOffice, OFFICE_KINDS } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Checkbox, Form, Input, Select } from 'antd';
import { RegionField } from '../intake/RegionField.tsx';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { DEPARTMENTS } from './departments.ts';
import { departmentText, officeKindText } from './labels.ts';
import { text } from './text.ts';

export type OfficeValues = BodyOf<typeof createOffice>;

/** Empty text is no phone, no address: the contract says null. */
export function officeInput(values: OfficeValues): OfficeValues {
  const { department, phone, address, openHours } = values;
  return {
    ...values,
    department: department?.trim() || null,
    phone: phone?.trim() || null,
    address: address?.trim() || null,
    openHours: openHours?.trim() || null,
  };
}

export function OfficeFields({ regionName }: { readonly regionName?: string }) {
  const t = useText(text);
  const clearable = useClearable();
  const kinds = useText(officeKindText);
  const departments = useText(departmentText);
  return (
    <>
      <Form.Item
        name="name"
        label={t('officeName')}
        rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <div className="yo-two">
        <Form.Item name="kind" label={t('kind')} rules={[{ required: true, message: t('kindNeeded') }]}>
          <Select options={OFFICE_KINDS.map((value) => ({ value, label: kinds(value) }))} />
        </Form.Item>
        <Form.Item name="regionCode" label={t('region')} rules={[{ required: true, message: t('regionNeeded') }]}>
          <RegionField knownName={regionName} />
        </Form.Item>
        <Form.Item name="department" label={t('department')}>
          <Select
            allowClear={clearable}
            showSearch={{ optionFilterProp: 'label' }}
            options={DEPARTMENTS.map((value) => ({ value, label: departments(value) }))}
          />
        </Form.Item>
        <Form.Item name="phone" label={t('phone')}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item name="address" label={t('address')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="openHours" label={t('openHours')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="isPublic" valuePropName="checked">
        <Checkbox>{t('isPublic')}</Checkbox>
      </Form.Item>
    </>
  );
}
