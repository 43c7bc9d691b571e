import { listRegions, type Region } from '@yimen/contracts';
import { Button, Field, Select, Skeleton, useText } from '@yimen/ui';
import { ProblemNotice } from '../platform/ProblemNotice.tsx';
import { text as platformText } from '../platform/text.ts';
import { useCall } from '../platform/use-call.ts';
import type { Place } from './draft.ts';
import { liesWithin } from './region-digits.ts';
import { text } from './text.ts';

export interface PlaceLevelProps {
  readonly parent: Pick<Region, 'code'>;
  readonly place: Place | null;
  readonly onChoose: (place: Place | null) => void;
  /** What an empty choice goes back to: the level above. */
  readonly above: Place | null;
}

/** One level of the tree as the phone's own list, and below it the next one. */
export function PlaceLevel({ parent, place, onChoose, above }: PlaceLevelProps) {
  const t = useText(text);
  const p = useText(platformText);
  const regions = useCall(listRegions, { query: { parent: parent.code } });
  if (regions.isPending) return <Skeleton label={t('placeLoading')} lines={1} />;
  if (regions.isError) {
    const retry = <Button onClick={() => void regions.refetch()}>{p('tryAgain')}</Button>;
    return <ProblemNotice problem={regions.error} action={retry} />;
  }
  const items = regions.data.items;
  const level = items[0]?.level;
  if (level === undefined) return null;
  const chosen = place === null ? undefined : items.find((region) => liesWithin(place.code, region));
  return (
    <>
      <Field label={t(`placeLevel:${level}`)}>
        <Select
          value={chosen?.code ?? ''}
          onChange={(code) => onChoose(items.find((region) => region.code === code) ?? above)}
          options={items.map(({ code, name }) => ({ value: code, label: name }))}
          placeholder={p('choose')}
        />
      </Field>
      {chosen?.hasChildren ? <PlaceLevel parent={chosen} place={place} onChoose={onChoose} above={chosen} /> : null}
    </>
  );
}
