import { useText } from '@yimen/ui';
import { RegionField } from './RegionField.tsx';
import { text } from './text.ts';

export interface RegionFilterProps {
  readonly code: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  /** True also offers what lies outside the remit of the own post. */
  readonly anywhere?: boolean;
}

/** The region of a list, above the list. */
export function RegionFilter({ code, onChange, anywhere = false }: RegionFilterProps) {
  const t = useText(text);
  return (
    <RegionField
      className="yc-filter-region"
      aria-label={t('filterRegion')}
      placeholder={t('filterRegion')}
      allowClear
      anywhere={anywhere}
      value={code ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
