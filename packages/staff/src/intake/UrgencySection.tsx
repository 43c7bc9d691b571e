import { useText } from '@yimen/ui';
import { Form } from 'antd';
import { UrgencyQuestions, useUrgencyQuestions } from '../assessment/UrgencyQuestions.tsx';
import { UrgencyTag } from '../casework/UrgencyTag.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { hintOf } from './hint-of.ts';
import type { IntakeValues } from './intake-input.ts';
import { text } from './text.ts';

/** The questions of the place of the event, with a hint of the class; the server decides. */
export function UrgencySection() {
  const t = useText(text);
  const form = Form.useFormInstance<IntakeValues>();
  const place = Form.useWatch(['event', 'placeRegionCode'], form);
  const answers = Form.useWatch('urgencyAnswers', form);
  const questions = useUrgencyQuestions(place ?? undefined);
  const hint = hintOf(questions.data?.items ?? [], answers ?? {});
  return (
    <Section id="intake-urgency" title={t('urgency')}>
      <p className="yc-faint yi-intro">{t('urgencyIntro')}</p>
      <UrgencyQuestions regionCode={place ?? undefined} />
      <p className="yi-hint" role="status">
        {t('hint')} <UrgencyTag urgency={hint} /> <span className="yc-faint">{t('hintText')}</span>
      </p>
    </Section>
  );
}
