import type { DirectoryEntry } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CallLink } from '../platform/CallLink.tsx';
import { text } from './text.ts';

export interface DirectoryCardProps {
  readonly entry: DirectoryEntry;
  /** The village that was searched for. */
  readonly village: string | undefined;
  /** False when the whole group opens at the same hours. */
  readonly showsHours: boolean;
}

export function DirectoryCard({ entry, village, showsHours }: DirectoryCardProps) {
  const t = useText(text);
  return (
    <article className="yc-window">
      <h3 className="yc-window-title">{entry.name}</h3>
      {entry.kind === 'township-window' && village !== undefined ? (
        <p className="yc-window-through">{t('foundThrough', { village, township: entry.regionName })}</p>
      ) : null}
      <div className="yc-window-phones">
        {entry.dutyPhone === null ? null : (
          // On paper 现在 would soon be untrue.
          <div data-screen-only="" className="yc-window-duty">
            <CallLink phone={entry.dutyPhone} label={t('dutyPhone')} kind="primary" block />
          </div>
        )}
        {entry.phone === null ? null : <CallLink phone={entry.phone} label={t('phone')} />}
        {entry.phone === null && entry.dutyPhone === null ? <p>{t('noPhone')}</p> : null}
      </div>
      {entry.address === null ? null : <p className="yc-window-fact">{entry.address}</p>}
      {entry.openHours === null || !showsHours ? null : (
        <p className="yc-window-fact">
          {t('hours')} {entry.openHours}
        </p>
      )}
    </article>
  );
}
