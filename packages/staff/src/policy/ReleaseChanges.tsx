import { Link } from '@tanstack/react-router';
import { type ReleaseChange, type ReleaseView, removePolicyChange } from '@yimen/contracts';
import { EmptyState, useText, useWords } from '@yimen/ui';
import { App, Button } from 'antd';
import { useCommand } from '../platform/call/use-command.ts';
import { Section } from '../platform/layout/Section.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { changeLink, targetSearch } from './change-link.ts';
import { text } from './text.ts';

/** What the release changes, each in a sentence; while it is a draft, changes come and go here. */
export function ReleaseChanges({ release }: { readonly release: ReleaseView }) {
  const t = useText(text);
  const isEditable = release.availableActions.some(({ act }) => act === 'edit');
  return (
    <Section
      id="changes"
      title={t('changes')}
      actions={
        isEditable ? (
          <div className="yp-section-acts">
            <Link {...changeLink(release.id, { kind: 'document' })}>{t('addDocument')}</Link>
            <Link
              className="yc-primary-link"
              to={'/policy' as string}
              search={{ pack: release.packId, draft: release.id } as never}
            >
              {t('addChange')}
            </Link>
          </div>
        ) : undefined
      }
    >
      {release.changes.length === 0 ? <EmptyState title={t('noChanges')}>{t('noChangesText')}</EmptyState> : null}
      <ol className="yp-changes">
        {release.changes.map((change) => (
          <Change key={change.id} change={change} release={release} isEditable={isEditable} />
        ))}
      </ol>
    </Section>
  );
}

interface ChangeProps {
  readonly change: ReleaseChange;
  readonly release: ReleaseView;
  readonly isEditable: boolean;
}

function Change({ change, release, isEditable }: ChangeProps) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  const issues = release.issues.filter(({ changeId }) => changeId === change.id);
  return (
    <li className="yp-change">
      <p className="yp-change-words">{words(change.words)}</p>
      {change.rows.length === 0 ? null : (
        <ul className="yp-change-rows">
          {change.rows.map((row) => (
            <li key={row.en}>{words(row)}</li>
          ))}
        </ul>
      )}
      {issues.map(({ message }) => (
        <p key={message.en} className="yp-issue">
          {words(message)}
        </p>
      ))}
      {change.cautions.map((caution) => (
        <p key={caution.en} className="yp-caution">
          {words(caution)}
        </p>
      ))}
      <p className="yc-faint">
        {t('publishReason', { reason: change.reason })} ·{' '}
        {t('changedBy', { name: change.by, when: format.shortMoment(change.at) })}
      </p>
      {isEditable && change.kind !== 'pack' ? <ChangeActs change={change} release={release} /> : null}
    </li>
  );
}

function ChangeActs({ change, release }: Omit<ChangeProps, 'isEditable'>) {
  const t = useText(text);
  const words = useWords();
  const { message } = App.useApp();
  const remove = useCommand(removePolicyChange, { onDone: () => void message.success(t('removed')) });
  const { content } = change;
  const area = content?.kind === 'parameterValue' ? content.value.area : null;
  const what = words(change.words);
  return (
    <div className="yp-change-acts">
      {content?.kind === 'parameterValue' || content?.kind === 'ruleVersion' ? (
        <Link
          {...changeLink(release.id, { ...targetSearch(change.target, area), change: change.id })}
          aria-label={t('editNamed', { name: what })}
        >
          {t('edit')}
        </Link>
      ) : null}
      <Button
        size="small"
        loading={remove.isPending}
        aria-label={t('removeNamed', { what })}
        onClick={() =>
          remove.mutate({
            params: { id: release.id, changeId: change.id },
            body: { expectedVersion: release.revision },
          })
        }
      >
        {t('remove')}
      </Button>
      <ProblemNotice problem={remove.error} />
    </div>
  );
}
