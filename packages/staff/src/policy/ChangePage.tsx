import { useNavigate } from '@tanstack/react-router';
import { getPolicyPack, getPolicyRelease, type ReleaseView } from '@yimen/contracts';
import { AREAS } from '@yimen/rules';
import { EmptyState, Skeleton, useText, useWords } from '@yimen/ui';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { useFilters, usePageParam } from '../platform/use-page.ts';
import { DocumentForm } from './change/DocumentForm.tsx';
import { RuleForm } from './change/RuleForm.tsx';
import { ValueForm } from './change/ValueForm.tsx';
import { text } from './text.ts';
import './policy.css';

/** One change of a draft: a value, a rule, or the document they rest on. */
export function ChangePage() {
  const s = useText(shell);
  const release = useCall(getPolicyRelease, { params: { id: usePageParam('releaseId') } });
  if (release.data === undefined) {
    return release.error ? <ProblemNotice problem={release.error} /> : <Skeleton label={s('loading')} lines={8} />;
  }
  return <Change release={release.data} />;
}

function Change({ release }: { readonly release: ReleaseView }) {
  const t = useText(text);
  const s = useText(shell);
  const words = useWords();
  const format = useFormat();
  const [filters] = useFilters();
  const navigate = useNavigate();
  const back = () => void navigate({ to: `/policy-releases/${release.id}` as string });
  const policy = useCall(getPolicyPack, {
    params: { packId: release.packId },
    query: { on: release.effectiveOn, draft: release.id },
  });
  const { target } = filters;
  const parameter = policy.data?.parameters.find(({ id }) => id === target);
  const rule = policy.data?.rules.find(({ id }) => id === target);
  const stored = release.changes.find(({ id }) => id === filters['change']);
  const area = AREAS.find((one) => one === filters['area']) ?? null;
  const isDocument = filters['kind'] === 'document';
  const about = isDocument ? t('addDocument') : words(parameter?.label ?? rule?.label ?? { zh: '', en: '' });
  const given = { release, stored, clauses: policy.data?.clauses ?? [], onDone: back };
  return (
    <>
      <PageHeader
        title={about === '' ? t('changeTitle') : about}
        meta={
          <>
            {release.title} · {t('effectiveOn')} {format.date(release.effectiveOn)}
          </>
        }
      />
      <ProblemNotice problem={policy.error} />
      {policy.isPending ? <Skeleton label={s('loading')} lines={8} /> : null}
      {policy.data === undefined ? null : (
        <Section id="change" title={t('changeTitle')}>
          {isDocument ? <DocumentForm {...given} /> : null}
          {parameter === undefined ? null : <ValueForm {...given} parameter={parameter} area={area} />}
          {rule === undefined ? null : <RuleForm {...given} rule={rule} />}
          {isDocument || parameter || rule ? null : <EmptyState title={t('noSuchTarget')} />}
        </Section>
      )}
    </>
  );
}
