import { Button, EmptyState, Field, TextInput, useText } from '@yimen/ui';
import { townshipOf } from './common-region.ts';
import { DirectoryGroup } from './DirectoryGroup.tsx';
import { groupEntries, matchesSearch } from './group-entries.ts';
import { text } from './text.ts';
import type { Directory } from './use-directory.ts';
import { useVillages } from './use-villages.ts';

export interface DirectoryListProps {
  readonly directory: Directory;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

export function DirectoryList({ directory, typed, onType }: DirectoryListProps) {
  const t = useText(text);
  const search = typed.trim();
  const villages = useVillages(directory.root, search);
  const townships = new Map(villages.map((village) => [townshipOf(village.code), village.name]));
  const entries = directory.entries.filter(
    (entry) => matchesSearch(entry, search) || (entry.kind === 'township-window' && townships.has(entry.regionCode)),
  );
  const groups = groupEntries(entries);
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0);
  return (
    <>
      <div data-screen-only="" className="yc-directory-tools">
        <Field label={t('search')}>
          <TextInput
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            placeholder={t('searchExample')}
            value={typed}
            onChange={onType}
          />
        </Field>
        <div className="yc-directory-found">
          <span role="status">{search === '' ? null : t('found', { count })}</span>
          {search === '' ? (
            <Button kind="quiet" onClick={() => window.print()}>
              {t('print')}
            </Button>
          ) : (
            <Button kind="quiet" onClick={() => onType('')}>
              {t('clear')}
            </Button>
          )}
        </div>
      </div>
      {groups.map(({ group, entries: listed }) => (
        <DirectoryGroup
          key={`${group}-${search === ''}`}
          group={group}
          entries={listed}
          folded={search === '' && group !== 'townships'}
          villages={townships}
        />
      ))}
      {count === 0 ? <EmptyState title={t('nothing', { typed: search })}>{t('nothingText')}</EmptyState> : null}
    </>
  );
}
