import { listOffices } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { text } from './text.ts';

export interface OfficeFieldProps {
  /** Antd Form.Item passes these; the value is the id of an office. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (officeId: string) => void;
  /** Name of an office that is set before anything was searched. */
  readonly knownName?: string | undefined;
  readonly 'aria-label'?: string;
}

/** An office by part of its name. */
export function OfficeField({ value, onChange, knownName, ...rest }: OfficeFieldProps) {
  const t = useText(text);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const offices = useCall(
    listOffices,
    { query: { limit: 50, ...(search === '' ? {} : { search }) } },
    { keepPrevious: true },
  );
  const found = (offices.data?.items ?? [])
    .filter((office) => office.active)
    .map((office) => ({ value: office.id, label: office.name }));
  const isKnown = value === undefined || found.some((option) => option.value === value);
  return (
    <Select<string>
      {...rest}
      value={value ?? null}
      options={isKnown ? found : [{ value, label: knownName ?? t('chosenOffice') }, ...found]}
      placeholder={t('officePlaceholder')}
      notFoundContent={offices.isFetching ? t('searching') : t('officeNone')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={offices.isFetching}
      onChange={(office) => {
        setTyped('');
        onChange?.(office);
      }}
    />
  );
}
