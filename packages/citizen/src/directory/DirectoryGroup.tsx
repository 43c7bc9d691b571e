import { useText } from '@yimen/ui';
import { DirectoryCard } from './DirectoryCard.tsx';
import { commonHours, type EntryGroup } from './group-entries.ts';
import { text } from './text.ts';

export interface DirectoryGroupProps extends EntryGroup {
  /** Folded until somebody asks: the township window is what most people look for. */
  readonly folded: boolean;
  /** Villages that were searched for, by their township. */
  readonly villages: ReadonlyMap<string, string>;
}

export function DirectoryGroup({ group, entries, folded, villages }: DirectoryGroupProps) {
  const t = useText(text);
  const hours = commonHours(entries);
  const heading = <h2 className="yc-directory-title">{t('allOf', { name: t(group), count: entries.length })}</h2>;
  const list = (
    <>
      {hours === undefined ? null : (
        <p className="yc-directory-hours">
          {t('hours')} {hours}
        </p>
      )}
      <ul className="yc-directory-list">
        {entries.map((entry) => (
          <li key={entry.officeId}>
            <DirectoryCard entry={entry} village={villages.get(entry.regionCode)} showsHours={hours === undefined} />
          </li>
        ))}
      </ul>
    </>
  );
  if (!folded) {
    return (
      <section className="yc-directory-group">
        {heading}
        {list}
      </section>
    );
  }
  return (
    <details className="yc-directory-group">
      <summary>{heading}</summary>
      {list}
    </details>
  );
}
