import type { SimulatedPolicy } from '@yimen/contracts';
import { formatFen, Notice, useText, useWords, VisuallyHidden } from '@yimen/ui';
import { formatCount, formatDifference, formatPercent } from '../platform/show/figures.ts';
import { text } from './text.ts';
import { WideTable } from './WideTable.tsx';

/** The four figures somebody asks for first. */
export function Headline({ total }: Pick<SimulatedPolicy, 'total'>) {
  const t = useText(text);
  const { month } = total.costs;
  const change = month.before === month.after ? t('unchanged') : formatDifference(month.before, month.after);
  return (
    <>
      <VisuallyHidden live="polite">
        {t('summary', { gaining: formatCount(total.gaining), losing: formatCount(total.losing), change })}
      </VisuallyHidden>
      <dl className="yz-headline">
        <Tile name={t('entering')} count={total.entering} note={t('householdsWho')} />
        <Tile name={t('leaving')} count={total.leaving} note={t('householdsWho')} />
        <Tile name={t('gaining')} count={total.gaining} note={t('withEntering')} />
        <Tile name={t('losing')} count={total.losing} note={t('withLeaving')} />
      </dl>
    </>
  );
}

/** Who can no longer be decided would read as somebody who leaves, and as money saved. */
export function LostNotice({ programmes }: Pick<SimulatedPolicy, 'programmes'>) {
  const t = useText(text);
  const words = useWords();
  const lost = programmes.filter(({ becomingUnknown }) => becomingUnknown > 0);
  if (lost.length === 0) return null;
  const each = lost.map(({ name, becomingUnknown, on }) =>
    t('lostOf', { name: words(name), count: formatCount(becomingUnknown), unit: t(on) }),
  );
  return (
    <div className="yz-notice">
      <Notice kind="warning" title={t('lost')}>
        {t('lostText', { programmes: each.join(t('comma')) })}
      </Notice>
    </div>
  );
}

interface TileProps {
  readonly name: string;
  readonly count: number;
  readonly note: string;
}

function Tile({ name, count, note }: TileProps) {
  return (
    <div className="yz-tile" data-none={count === 0 ? '' : undefined}>
      <dt>
        {name} <span className="yc-faint">{note}</span>
      </dt>
      <dd className="yc-number">{formatCount(count)}</dd>
    </div>
  );
}

/** What it costs, each way of paying for itself: sums of a month, of a year and of single cases are never added up. */
export function CostTable({ total: { costs } }: Pick<SimulatedPolicy, 'total'>) {
  const t = useText(text);
  const { month, year, once } = costs;
  const rows = [
    { key: 'month', ...month, isStrong: true },
    { key: 'monthYear', before: month.before * 12, after: month.after * 12, isStrong: false },
    { key: 'year', ...year, isStrong: false },
    { key: 'once', ...once, isStrong: false },
  ] as const;
  const shown = rows.filter(({ key, before, after }) => key === 'month' || before !== 0 || after !== 0);
  return (
    <WideTable label={t('cost')}>
      <thead>
        <tr>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
          <th scope="col">{t('difference')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, before, after, isStrong }) => (
          <tr key={key} data-strong={isStrong ? '' : undefined}>
            <th scope="row">{t(key)}</th>
            <td>{formatFen(before)}</td>
            <td>{formatFen(after)}</td>
            <td>
              {formatDifference(before, after)} <span className="yc-faint">{formatPercent(before, after)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
