import { type ParsedResidentId, parseResidentId } from '@yimen/rules';
import { useText } from '@yimen/ui';
import { Form, Input, Select } from 'antd';
import { todayInShanghai } from '../casework/today.ts';
import { RegionField } from '../intake/RegionField.tsx';
import { CivilDateField } from '../platform/form/CivilDateField.tsx';
import { sexText } from './labels.ts';
import { text } from './text.ts';

type Path = readonly (string | number)[];

export interface PersonFieldsetProps {
  /** Where the person stands in the form, inside a list if there is one. */
  readonly path?: Path;
  /** The same place from the root of the form. */
  readonly fullPath?: Path;
  readonly placeNames?: { readonly hukou?: string | null; readonly residence?: string };
  readonly isCorrection?: boolean;
}

/** One person. A valid ID number fills sex and birthday; without a card everything but the name may stay empty. */
export function PersonFieldset({
  path = [],
  fullPath = path,
  placeNames = {},
  isCorrection = false,
}: PersonFieldsetProps) {
  const t = useText(text);
  const sex = useText(sexText);
  const form = Form.useFormInstance();

  function takeFromNumber(typed: string): void {
    const parsed = parseResidentId(typed, todayInShanghai());
    if (!parsed.valid) return;
    form.setFieldValue([...fullPath, 'sex'], parsed.sex);
    form.setFieldValue([...fullPath, 'birthDate'], parsed.bornOn);
  }

  return (
    <div className="yh-fields">
      <Form.Item name={[...path, 'name']} label={t('name')} rules={[{ required: true, message: t('nameNeeded') }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={[...path, 'idNumber']}
        label={t('idNumber')}
        extra={isCorrection ? t('keepEmpty') : t('idNumberHelp')}
        validateTrigger="onBlur"
        rules={[{ validator: (_, typed: string | null) => checkNumber(typed, t) }]}
      >
        <Input maxLength={40} autoComplete="off" onBlur={(event) => takeFromNumber(event.target.value)} />
      </Form.Item>
      <Form.Item name={[...path, 'sex']} label={t('sex')} initialValue="unknown">
        <Select options={(['male', 'female', 'unknown'] as const).map((value) => ({ value, label: sex(value) }))} />
      </Form.Item>
      <Form.Item name={[...path, 'birthDate']} label={t('birthDate')}>
        <CivilDateField max={todayInShanghai()} />
      </Form.Item>
      <Form.Item name={[...path, 'phone']} label={t('phone')} {...(isCorrection ? { extra: t('keepEmpty') } : {})}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name={[...path, 'hukouRegionCode']} label={t('hukou')}>
        <RegionField allowClear knownName={placeNames.hukou ?? undefined} />
      </Form.Item>
      <Form.Item
        name={[...path, 'residenceRegionCode']}
        label={t('residence')}
        rules={[{ required: true, message: t('residenceNeeded') }]}
      >
        <RegionField knownName={placeNames.residence} />
      </Form.Item>
      <Form.Item name={[...path, 'address']} label={t('address')} {...(isCorrection ? { extra: t('keepEmpty') } : {})}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </div>
  );
}

const NUMBER_PROBLEMS = {
  empty: 'numberLength',
  characters: 'numberCharacters',
  length: 'numberLength',
  date: 'numberDate',
  future: 'numberDate',
  checksum: 'numberChecksum',
} as const satisfies Record<Extract<ParsedResidentId, { valid: false }>['problem'], keyof typeof text.zh>;

type Say = ReturnType<typeof useText<typeof text.zh>>;

async function checkNumber(typed: string | null, t: Say): Promise<void> {
  if (typed === null || typed === undefined || typed.trim() === '') return;
  const parsed = parseResidentId(typed, todayInShanghai());
  if (!parsed.valid) throw new Error(t(NUMBER_PROBLEMS[parsed.problem]));
}
