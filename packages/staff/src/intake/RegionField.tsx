import { listRegions, type Region } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { knownRegionName, rememberRegions, usePlace } from './region-names.ts';
import { text } from './text.ts';

export interface RegionFieldProps {
  /** Antd Form.Item passes these; the value is a 12-digit code. */
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (code: string | null) => void;
  /** Name of a code that is set before anything was searched. */
  readonly knownName?: string | undefined;
  /** False offers only the remit of the own post and what is below it. */
  readonly anywhere?: boolean;
  readonly allowClear?: boolean;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
  readonly className?: string;
}

/** A region by typing part of its name; before typing, the own region and what lies directly below it. */
export function RegionField({
  value,
  onChange,
  knownName,
  anywhere = true,
  allowClear = false,
  ...rest
}: RegionFieldProps) {
  const t = useText(text);
  const clearable = useClearable();
  const me = useMe();
  const place = usePlace();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const own = me.post?.regionCode;
  const below = useCall(listRegions, { query: { parent: own } }, { enabled: own !== undefined });
  const found = useCall(
    listRegions,
    { query: anywhere ? { search } : { search, parent: own } },
    { enabled: search !== '', keepPrevious: true },
  );
  rememberRegions([...(below.data?.items ?? []), ...(found.data?.items ?? [])]);

  const optionOf = (region: Region) => ({ value: region.code, label: place(region.fullName, region.code) });
  const nearby = [
    ...(me.post === null || own === undefined ? [] : [{ value: own, label: me.post.regionName }]),
    ...(below.data?.items ?? []).map(optionOf),
  ];
  const offered = search === '' ? nearby : (found.data?.items ?? []).map(optionOf);
  const isOffered = !value || offered.some((option) => option.value === value);
  const chosen = value ? place(knownRegionName(value) ?? knownName ?? value, value) : '';

  return (
    <Select<string>
      {...rest}
      allowClear={allowClear && clearable}
      value={value ?? null}
      options={isOffered ? offered : [{ value: value ?? '', label: chosen }, ...offered]}
      placeholder={rest.placeholder ?? t('regionPlaceholder')}
      notFoundContent={found.isFetching ? t('regionSearching') : t('regionNone')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      onChange={(code) => {
        setTyped('');
        onChange?.(code ?? null);
      }}
    />
  );
}
