import { getPolicyPack, type Lever, type PolicyParameter, type ReleaseView } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { areaText } from '../policy/labels.ts';
import { text } from './text.ts';

export interface AddLeverProps {
  readonly release: Pick<ReleaseView, 'id' | 'packId'>;
  readonly on: string;
  readonly levers: readonly Lever[];
  readonly onAdd: (lever: { readonly parameter: string; readonly area: Lever['area']; readonly fen: number }) => void;
}

/** Any other sum of money of the place, to be tried beside the draft. */
export function AddLever({ release, on, levers, onAdd }: AddLeverProps) {
  const t = useText(text);
  const words = useWords();
  const areas = useText(areaText);
  const [isOpen, setOpen] = useState(false);
  const policy = useCall(
    getPolicyPack,
    { params: { packId: release.packId }, query: { on, draft: release.id } },
    { enabled: isOpen },
  );
  const sums = (policy.data?.parameters ?? []).flatMap(sumsOf);
  const isNew = (one: Sum) => !levers.some(({ parameter, area }) => parameter === one.parameter && area === one.area);
  const options = sums.filter(isNew).map((one) => ({
    value: `${one.parameter} ${one.area ?? ''}`,
    label: one.area === null ? words(one.label) : t('leverOf', { name: words(one.label), area: areas(one.area) }),
    one,
  }));
  return (
    <Select
      className="yz-add"
      aria-label={t('addLever')}
      placeholder={t('addLever')}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      options={options}
      loading={policy.isFetching}
      onFocus={() => setOpen(true)}
      onChange={(_, option) => {
        if (!option || Array.isArray(option)) return;
        const { parameter, area, fen } = option.one;
        onAdd({ parameter, area, fen });
      }}
    />
  );
}

interface Sum {
  readonly parameter: string;
  readonly label: PolicyParameter['label'];
  readonly area: Lever['area'];
  readonly fen: number;
}

function sumsOf({ id, label, unit, inForce }: PolicyParameter): Sum[] {
  if (unit !== 'fen') return [];
  return inForce.flatMap(({ area, value }) =>
    typeof value === 'number' ? { parameter: id, label, area, fen: value } : [],
  );
}
