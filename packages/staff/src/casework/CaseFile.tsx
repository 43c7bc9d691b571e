import type { CaseDetail } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { AssessmentSection } from '../assessment/AssessmentSection.tsx';
import { HouseholdSection } from '../households/HouseholdSection.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { CaseReferrals } from '../referral/CaseReferrals.tsx';
import { ReliefPanel } from '../urgent-relief/ReliefPanel.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseNotices } from './CaseNotices.tsx';
import { CaseSummary } from './CaseSummary.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { CaseWarnings } from './CaseWarnings.tsx';
import { ResponsibilityCard } from './ResponsibilityCard.tsx';
import { SectionBar } from './SectionBar.tsx';
import { SurveyList } from './SurveyList.tsx';
import { TasksCard } from './TasksCard.tsx';
import { text } from './text.ts';

/** The whole file on one page: it is read, searched and printed in one piece. */
export function CaseFile({ file }: { readonly file: CaseDetail }) {
  const t = useText(text);
  const sections = [
    { id: 'summary', title: t('secSummary'), body: <CaseSummary file={file} /> },
    { id: 'relief', title: t('secRelief'), body: <ReliefPanel file={file} /> },
    { id: 'household', title: t('secHousehold'), body: <HouseholdSection household={file.household} linked /> },
    { id: 'assessment', title: t('secAssessment'), body: <AssessmentSection file={file} /> },
    { id: 'referrals', title: t('secReferrals'), body: <CaseReferrals referrals={file.referrals} /> },
    { id: 'notices', title: t('secNotices'), body: <CaseNotices file={file} /> },
    { id: 'surveys', title: t('secSurveys'), body: <SurveyList surveys={file.surveys} /> },
    { id: 'history', title: t('secHistory'), body: <CaseTimeline events={file.events} /> },
  ];
  return (
    <article className="yc-file">
      <CaseHeader file={file} />
      <CaseWarnings file={file} />
      <SectionBar sections={sections} />
      <div className="yc-file-columns">
        <div className="yc-file-main">
          {sections.map((section) => (
            <Section key={section.id} id={section.id} title={section.title}>
              {section.body}
            </Section>
          ))}
        </div>
        <aside className="yc-file-side" aria-label={t('sideLabel')}>
          <TasksCard tasks={file.tasks} />
          <ResponsibilityCard file={file} />
        </aside>
      </div>
    </article>
  );
}
