import type { ChangeContent, PolicyParameter, PolicyValue } from '@yimen/contracts';
import { AREAS, type Area, SOURCE_CLASSES, type SourceClass } from '@yimen/rules';
import { useText, useWords } from '@yimen/ui';
import { Form, Select } from 'antd';
import { useClearable } from '../../platform/form/use-clearable.tsx';
import { areaText, sourceText } from '../labels.ts';
import { text } from '../text.ts';
import { BothLanguages } from './BothLanguages.tsx';
import { ChangeFrame } from './ChangeFrame.tsx';
import { CheckedItem } from './CheckedItem.tsx';
import type { ChangeFormProps, Typed } from './change-form.ts';
import { RepealItem } from './RepealItem.tsx';
import { useLiveCheck } from './use-live-check.ts';
import { ValidityItems } from './ValidityItems.tsx';
import { ValueField } from './ValueField.tsx';

export interface ValueFormProps extends ChangeFormProps {
  readonly parameter: PolicyParameter;
  readonly area: Area | null;
}

interface Values {
  readonly isRepealed?: boolean;
  readonly area?: Area;
  readonly from?: string;
  readonly to?: string | null;
  readonly value?: PolicyValue | null;
  readonly clause?: string;
  readonly sourceClass?: SourceClass | null;
  readonly note?: string;
  readonly noteEn?: string;
}

/** A new value of a parameter, with validity and basis. */
export function ValueForm({ parameter, area, release, stored, clauses, onDone }: ValueFormProps) {
  const t = useText(text);
  const words = useWords();
  const areas = useText(areaText);
  const sources = useText(sourceText);
  const clearable = useClearable();
  const [form] = Form.useForm<Values>();
  const toContent = (values: Values) => contentFrom(parameter, values);
  const typed = toContent(Form.useWatch([], form) ?? {});
  const check = useLiveCheck(release.id, stored?.id ?? null, typed);
  const chosen = Form.useWatch('area', form) ?? area;
  const isRepealed = Form.useWatch('isRepealed', form) ?? false;
  const now = parameter.inForce.find((one) => one.area === chosen) ?? parameter.inForce[0];
  return (
    <ChangeFrame<Values>
      {...{ form, release, stored, onDone, toContent, check }}
      initialValues={initialFrom(parameter, { area, from: release.effectiveOn, stored: stored?.content ?? null })}
    >
      {parameter.byArea ? (
        <CheckedItem
          field="area"
          check={check}
          name="area"
          label={t('area')}
          rules={[{ required: true, message: t('areaNeeded') }]}
        >
          <Select options={AREAS.map((value) => ({ value, label: areas(value) }))} />
        </CheckedItem>
      ) : null}
      <RepealItem isOffered={now?.fromPack?.id === release.packId} label={t('repealValue')} />
      {isRepealed ? null : (
        <CheckedItem
          field="value"
          check={check}
          name="value"
          label={t('value')}
          extra={t('nowIs', { value: now?.words ? words(now.words) : t('notSet') })}
          rules={[{ required: true, message: t('valueNeeded') }]}
        >
          <ValueField parameter={parameter} />
        </CheckedItem>
      )}
      <ValidityItems clauses={clauses} earliest={release.effectiveOn} check={check} />
      <Form.Item name="sourceClass" label={t('sourceClass')}>
        <Select
          allowClear={clearable}
          placeholder={t('sourceAsDocument')}
          options={SOURCE_CLASSES.map((value) => ({ value, label: sources(value) }))}
        />
      </Form.Item>
      <BothLanguages name="note" />
    </ChangeFrame>
  );
}

function initialFrom(
  parameter: PolicyParameter,
  { area, from, stored }: { readonly area: Area | null; readonly from: string; readonly stored: ChangeContent | null },
): Partial<Values> {
  if (stored?.kind === 'parameterValue') {
    const { note, area: storedArea, ...value } = stored.value;
    return {
      ...value,
      isRepealed: value.value === null,
      ...(storedArea === null ? {} : { area: storedArea }),
      ...(note === null ? {} : { note: note.zh, noteEn: note.en }),
    };
  }
  const inForce = parameter.inForce.find((one) => one.area === area);
  const isLong = parameter.unit === 'table' || parameter.unit === 'list';
  return { from, ...(area === null ? {} : { area }), ...(isLong && inForce ? { value: inForce.value } : {}) };
}

function contentFrom(parameter: PolicyParameter, values: Values): Typed {
  const { area, from, to, isRepealed, clause, sourceClass, note, noteEn } = values;
  const value = isRepealed ? null : values.value;
  if (!from || !clause || value === undefined || value === '' || (value === null && !isRepealed)) return undefined;
  if (parameter.byArea && area === undefined) return undefined;
  return {
    kind: 'parameterValue',
    target: parameter.id,
    value: {
      from,
      to: to ?? null,
      area: parameter.byArea ? (area ?? null) : null,
      value,
      clause,
      sourceClass: sourceClass ?? null,
      note: note && noteEn ? { zh: note, en: noteEn } : null,
    },
  };
}
