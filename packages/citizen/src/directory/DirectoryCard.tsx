import type { DirectoryEntry } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CallLink } from '../platform/CallLink.tsx';
import { text } from './text.ts';

export interface DirectoryCardProps {
  readonly entry: DirectoryEntry;
  /** The village that was searched for. */
  readonly village: string | undefined;
}

export function DirectoryCard({ entry, village }: DirectoryCardProps) {
  const t = useText(text);
  const isWindow = entry.kind === 'township-window';
  return (
    <article className="yc-window">
      <h3 className="yc-window-title">{entry.name}</h3>
      {isWindow && village !== undefined ? (
        <p className="yc-window-through">{t('foundThrough', { village, township: entry.regionName })}</p>
      ) : null}
      <div className="yc-window-phones">
        {entry.dutyPhone === null ? null : <CallLink phone={entry.dutyPhone} label={t('dutyPhone')} kind="primary" />}
        {entry.phone === null ? null : <CallLink phone={entry.phone} />}
        {entry.phone === null && entry.dutyPhone === null ? <p>{t('noPhone')}</p> : null}
      </div>
      <dl className="yc-window-facts">
        {entry.address === null ? null : (
          <div>
            <dt>{t('address')}</dt>
            <dd>{entry.address}</dd>
          </div>
        )}
        {entry.openHours === null ? null : (
          <div>
            <dt>{t('hours')}</dt>
            <dd>{entry.openHours}</dd>
          </div>
        )}
      </dl>
    </article>
  );
}
