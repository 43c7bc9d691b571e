import { listRegions, type Region } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { useMe } from '../platform/session/use-me.ts';
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
export function RegionField({ value, onChange, knownName, anywhere = true, ...rest }: RegionFieldProps) {
  const t = useText(text);
  const me = useMe();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const own = me.post?.regionCode;
  const below = useCall(listRegions, { query: { parent: own } }, { enabled: own !== undefined });
  const found = useCall(listRegions, { query: { search } }, { enabled: search.length > 1, keepPrevious: true });
  const [picked, setPicked] = useState<string>();

  const matching = (found.data?.items ?? []).filter((region) => anywhere || isBelow(region.code, own));
  const nearby = [
    ...(me.post === null || own === undefined ? [] : [{ value: own, label: me.post.regionName }]),
    ...(below.data?.items ?? []).map(optionOf),
  ];
  const offered = search.length > 1 ? matching.map(optionOf) : nearby;
  const known = value && !offered.some((option) => option.value === value) ? [nameOption(value, picked ?? knownName)] : [];

  return (
    <Select<string>
      {...rest}
      value={value ?? null}
      options={[...known, ...offered]}
      placeholder={rest.placeholder ?? t('regionPlaceholder')}
      notFoundContent={search.length > 1 && !found.isFetching ? t('regionNone') : t('regionType')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      onChange={(code, option) => {
        setTyped('');
        setPicked(Array.isArray(option) ? undefined : String(option?.label ?? ''));
        onChange?.(code ?? null);
      }}
    />
  );
}

function optionOf(region: Region) {
  return { value: region.code, label: region.fullName };
}

function nameOption(code: string, name: string | undefined) {
  return { value: code, label: name ?? code };
}

/** Province, city, county and township end after 2, 4, 6 and 9 characters; the rest is zeros. */
function isBelow(code: string, top: string | undefined): boolean {
  if (top === undefined) return true;
  const start = [2, 4, 6, 9].map((length) => top.slice(0, length)).find((head) => head.padEnd(12, '0') === top) ?? top;
  return code.startsWith(start);
}
