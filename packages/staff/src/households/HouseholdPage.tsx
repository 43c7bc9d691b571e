import { Link } from '@tanstack/react-router';
import { getHousehold, type HouseholdView } from '@yimen/contracts';
import { Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { caseStateText } from '../casework/labels.ts';
import { usePlace } from '../intake/region-names.ts';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { HouseholdSection } from './HouseholdSection.tsx';
import { text } from './text.ts';
import '../casework/casework.css';

export function HouseholdPage() {
  const s = useText(shell);
  const id = usePageParam('householdId');
  const household = useCall(getHousehold, { params: { id } });
  if (household.data !== undefined) return <Household household={household.data} />;
  return (
    <>
      <PageHeader />
      {household.error === null ? (
        <Skeleton label={s('loading')} lines={4} shape="card" />
      ) : (
        <ProblemNotice
          problem={household.error}
          action={<Button onClick={() => void household.refetch()}>{s('reload')}</Button>}
        />
      )}
    </>
  );
}

function Household({ household }: { readonly household: HouseholdView }) {
  const t = useText(text);
  const place = usePlace();
  return (
    <>
      <PageHeader
        title={t('householdOf', { name: household.headName })}
        meta={
          <>
            <span>{place(household.regionName, household.regionCode)}</span>
            <span>{t('memberCount', { count: household.members.length })}</span>
          </>
        }
      />
      <Section id="household-cases" title={t('casesOfHousehold')}>
        <HouseholdCases cases={household.cases} />
      </Section>
      <Section id="household-file" title={t('householdTitle')}>
        <HouseholdSection household={household} />
      </Section>
    </>
  );
}

function HouseholdCases({ cases }: Pick<HouseholdView, 'cases'>) {
  const t = useText(text);
  const state = useText(caseStateText);
  const format = useFormat();
  if (cases.length === 0) return <p className="yc-faint">{t('noCases')}</p>;
  return (
    <ul className="yc-plain-list">
      {cases.map((one) => (
        <li key={one.id}>
          <Link to={`/cases/${one.id}` as string} className="yc-number">
            {one.caseNo}
          </Link>
          <span className="yc-grow">{one.summary}</span>
          <span className="yc-faint">{format.moment(one.openedAt)}</span>
          <ToneTag tone={one.state === 'open' ? 'info' : 'plain'}>{state(one.state)}</ToneTag>
        </li>
      ))}
    </ul>
  );
}
