import type { HouseholdChange, SimulatedPolicy } from '@yimen/contracts';
import { formatFen, ShareBar, useText } from '@yimen/ui';
import { formatCount, formatDifference } from '../platform/show/figures.ts';
import { CountCell } from './CountCell.tsx';
import { text } from './text.ts';
import { WideTable } from './WideTable.tsx';

/** Where it happens; a bar for how much of the money goes there. */
export function PlaceTable({ places, total }: Pick<SimulatedPolicy, 'places' | 'total'>) {
  const t = useText(text);
  const most = Math.max(1, ...places.map((place) => Math.abs(changeOf(place))));
  return (
    <WideTable label={t('places')}>
      <thead>
        <tr>
          <th scope="col">{t('place')}</th>
          <th scope="col">{t('households')}</th>
          <th scope="col">{t('entering')}</th>
          <th scope="col">{t('leaving')}</th>
          <th scope="col">{t('gaining')}</th>
          <th scope="col">{t('losing')}</th>
          <th scope="col">{t('month')}</th>
          <th scope="col">{t('monthChange')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <PlaceRow key={place.regionCode} name={place.name} change={place} most={most} />
        ))}
      </tbody>
      {places.length < 2 ? null : (
        <tfoot>
          <PlaceRow name={t('wholePlace')} change={total} most={null} />
        </tfoot>
      )}
    </WideTable>
  );
}

interface PlaceRowProps {
  readonly name: string;
  readonly change: HouseholdChange;
  /** What the longest bar stands for; null: no bar. */
  readonly most: number | null;
}

function PlaceRow({ name, change, most }: PlaceRowProps) {
  const { month } = change.costs;
  const difference = changeOf(change);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatCount(change.households)}</td>
      <CountCell count={change.entering} />
      <CountCell count={change.leaving} />
      <CountCell count={change.gaining} />
      <CountCell count={change.losing} />
      <td>{formatFen(month.after)}</td>
      <td>
        {formatDifference(month.before, month.after)}
        {most === null ? null : (
          <ShareBar share={Math.abs(difference) / most} direction={difference < 0 ? 'less' : 'more'} />
        )}
      </td>
    </tr>
  );
}

function changeOf({ costs: { month } }: HouseholdChange): number {
  return month.after - month.before;
}
