import type { CaseDetail } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';

export function SurveyList({ surveys }: Pick<CaseDetail, 'surveys'>) {
  const t = useText(text);
  const format = useFormat();
  if (surveys.length === 0) return <p className="yc-faint">{t('noSurveys')}</p>;
  return (
    <ul className="yc-records">
      {surveys.map((survey) => (
        <li key={survey.id}>
          <p>{survey.findings}</p>
          <p className="yc-faint">{t('surveyBy', { by: survey.by, when: format.moment(survey.at) })}</p>
        </li>
      ))}
    </ul>
  );
}
