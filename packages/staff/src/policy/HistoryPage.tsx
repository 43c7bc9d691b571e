import { Link } from '@tanstack/react-router';
import { listPolicyHistory, type PolicyHistoryEntry } from '@yimen/contracts';
import { EmptyState, Skeleton, Timeline, useText, useWords } from '@yimen/ui';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { useFilters, usePageParam } from '../platform/use-page.ts';
import { ClauseLine } from './ClauseLine.tsx';
import { text } from './text.ts';
import './policy.css';

/** How one figure or rule came about: from which to which, since when, by whom and why. */
export function HistoryPage() {
  const t = useText(text);
  const s = useText(shell);
  const words = useWords();
  const format = useFormat();
  const packId = usePageParam('packId');
  // In the search: names of figures have dots, and an address that ends in one reads like a file.
  const [{ target }] = useFilters();
  const history = useCall(
    listPolicyHistory,
    { params: { packId }, query: { target: target ?? '' } },
    { enabled: target !== undefined },
  );
  const items = history.data?.items ?? [];
  return (
    <>
      <PageHeader {...(history.data && { title: words(history.data.label) })} meta={<code>{target}</code>} />
      <ProblemNotice problem={history.error} />
      {history.isLoading ? <Skeleton label={s('loading')} lines={6} /> : null}
      <Section id="history" title={t('history')}>
        {items.length === 0 && !history.isLoading ? <EmptyState title={t('noHistory')} /> : null}
        <Timeline
          label={t('historyTitle')}
          entries={items.map((entry) => ({
            key: entry.key,
            at: entry.from,
            when:
              entry.to === null
                ? t('since', { date: format.date(entry.from) })
                : t('sinceTo', { from: format.date(entry.from), to: format.date(entry.to) }),
            title: words(entry.words),
            who: words(entry.pack.name),
            detail: <Detail entry={entry} />,
          }))}
        />
      </Section>
    </>
  );
}

function Detail({ entry }: { readonly entry: PolicyHistoryEntry }) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  const me = useMe();
  const { release } = entry;
  const mayOpen = me.permissions.some((one) => one === 'policy.draft' || one === 'policy.publish');
  return (
    <div className="yp-history">
      {entry.rows.length === 0 ? null : (
        <ul>
          {entry.rows.map((row) => (
            <li key={row.en}>{words(row)}</li>
          ))}
        </ul>
      )}
      {release === null ? (
        <p className="yc-faint">{t('shipped')}</p>
      ) : (
        <div>
          {mayOpen ? (
            <Link to={`/policy-releases/${release.id}` as string}>{t('inRelease', { title: release.title })}</Link>
          ) : (
            t('inRelease', { title: release.title })
          )}
          <p className="yc-faint">
            {t('draftedLine', { name: release.drafted.name, when: format.moment(release.drafted.at) })}
          </p>
          {release.published === null ? null : (
            <p className="yc-faint">
              {t('publishedLine', { name: release.published.name, when: format.moment(release.published.at) })}
            </p>
          )}
          {release.reason === '' ? null : <p>{t('publishReason', { reason: release.reason })}</p>}
        </div>
      )}
      {entry.clause === null ? null : <ClauseLine clause={entry.clause} note={entry.note} />}
    </div>
  );
}
