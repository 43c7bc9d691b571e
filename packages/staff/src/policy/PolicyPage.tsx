import { Link } from '@tanstack/react-router';
import { getPolicyPack, getPolicyRelease, listPolicyPacks } from '@yimen/contracts';
import { isPlainDate } from '@yimen/rules';
import { Notice, Skeleton, useText, useWords } from '@yimen/ui';
import { Segmented } from 'antd';
import { SearchField } from '../casework/SearchField.tsx';
import { todayInShanghai } from '../casework/today.ts';
import { useCall } from '../platform/call/use-call.ts';
import { CivilDateField } from '../platform/form/CivilDateField.tsx';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { useFilters } from '../platform/use-page.ts';
import { PackTree } from './PackTree.tsx';
import { ParameterList } from './ParameterList.tsx';
import { ProgrammeCards } from './ProgrammeCards.tsx';
import { RuleList } from './RuleList.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './policy.css';

const PARTS = ['parameters', 'rules', 'programmes'] as const;

/** The policy of a place on a day, as it decides; with a draft in the address, what of it shall change is chosen here. */
export function PolicyPage() {
  const t = useText(text);
  const s = useText(shell);
  const words = useWords();
  const [filters, change] = useFilters();
  const packs = useCall(listPolicyPacks, { query: {} });
  // An address somebody typed may name what there is not: the own place and the day are shown instead.
  const isThere = packs.data?.items.some(({ id }) => id === filters['pack']) ?? true;
  // A draft may begin a pack that is not there yet.
  const asked = isThere || filters['draft'] !== undefined ? filters['pack'] : undefined;
  const packId = asked ?? packs.data?.ofPlace ?? undefined;
  const draft = useDraft(filters['draft']);
  const dayAsked = filters['on'] !== undefined && isPlainDate(filters['on']) ? filters['on'] : undefined;
  const on = dayAsked ?? draft?.effectiveOn ?? todayInShanghai();
  const part = PARTS.find((one) => one === filters['part']) ?? 'parameters';
  const policy = useCall(
    getPolicyPack,
    { params: { packId: packId ?? '' }, query: { on, draft: draft?.id } },
    { enabled: packId !== undefined && (filters['draft'] === undefined || draft !== undefined), keepPrevious: true },
  );
  const editedIn = draft !== undefined && draft.packId === packId ? draft.id : undefined;
  return (
    <>
      <PageHeader
        meta={
          policy.data ? (
            <>
              {t('chain', { names: policy.data.chain.map(({ name }) => words(name)).join(' → ') })}
              {' · '}
              {t('version', { version: policy.data.version.slice(0, 8) })}
            </>
          ) : undefined
        }
      />
      {draft === undefined ? null : <DraftBar draft={draft} />}
      <ProblemNotice problem={packs.error ?? policy.error} />
      <div className="yp-browse">
        {packs.data === undefined ? null : (
          <PackTree
            packs={packs.data.items}
            ofPlace={packs.data.ofPlace}
            open={packId}
            onOpen={(pack) => change({ pack })}
          />
        )}
        <div className="yp-content">
          <div className="yc-toolbar">
            <Segmented
              aria-label={t('parts')}
              value={part}
              options={PARTS.map((value) => ({ value, label: t(value) }))}
              onChange={(value) => change({ part: value })}
            />
            <div className="yp-day">
              <CivilDateField aria-label={t('on')} value={on} onChange={(day) => change({ on: day ?? undefined })} />
            </div>
            <SearchField label={t('find')} value={filters['search'] ?? ''} onSearch={(search) => change({ search })} />
          </div>
          {policy.data === undefined && policy.error === null ? (
            <Skeleton label={s('loading')} lines={8} shape="card" />
          ) : null}
          {policy.data === undefined ? null : (
            <>
              {part === 'parameters' ? (
                <ParameterList
                  policy={policy.data}
                  packId={packId ?? ''}
                  search={filters['search']}
                  editedIn={editedIn}
                />
              ) : null}
              {part === 'rules' ? (
                <RuleList policy={policy.data} packId={packId ?? ''} search={filters['search']} editedIn={editedIn} />
              ) : null}
              {part === 'programmes' ? <ProgrammeCards policy={policy.data} search={filters['search']} /> : null}
            </>
          )}
        </div>
      </div>
    </>
  );
}

function useDraft(id: string | undefined) {
  const draft = useCall(getPolicyRelease, { params: { id: id ?? '' } }, { enabled: id !== undefined });
  return id === undefined ? undefined : draft.data;
}

interface DraftBarProps {
  readonly draft: { readonly id: string; readonly title: string; readonly effectiveOn: string };
}

function DraftBar({ draft }: DraftBarProps) {
  const t = useText(text);
  const format = useFormat();
  return (
    <div className="yp-draft-bar">
      <Notice
        title={t('inDraft', { title: draft.title, date: format.date(draft.effectiveOn) })}
        actions={<Link to={`/policy-releases/${draft.id}` as string}>{t('backToDraft')}</Link>}
      >
        {t('inDraftText')}
      </Notice>
    </div>
  );
}
