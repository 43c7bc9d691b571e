import { useNavigate } from '@tanstack/react-router';
import { type ResponseOf, takeIn } from '@yimen/contracts';
import { isProblem, useText, useWords } from '@yimen/ui';
import { App, Button, Form } from 'antd';
import { useCommand } from '../platform/call/use-command.ts';
import { showFieldErrors } from '../platform/form/show-field-errors.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { EventSection } from './EventSection.tsx';
import { HouseholdStep } from './HouseholdStep.tsx';
import { type IntakeValues, intakeBody } from './intake-input.ts';
import { NeedSection } from './NeedSection.tsx';
import { text } from './text.ts';
import { UrgencySection } from './UrgencySection.tsx';
import { useLastingDraft } from './use-lasting-draft.ts';

export interface IntakeFormProps {
  readonly reportId: string | null;
  readonly placeName: string | undefined;
  readonly subjectName: string | undefined;
  /** Deeply partial: antd merges it into the form. */
  readonly initial: object;
}

export function IntakeForm({ reportId, placeName, subjectName, initial }: IntakeFormProps) {
  const t = useText(text);
  const words = useWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<IntakeValues>();
  const draft = useLastingDraft(form, `intake.${reportId ?? 'new'}`);
  const chosen = Form.useWatch('chosen', form);
  const take = useCommand(takeIn, { onDone: finish });

  function finish(answer: ResponseOf<typeof takeIn>): void {
    draft.drop();
    void message.success(t('taken', { no: answer.caseNo }));
    void navigate({ to: `/cases/${answer.caseId}` as string });
  }

  return (
    <Form<IntakeValues>
      form={form}
      layout="vertical"
      requiredMark="optional"
      className="yi-form"
      initialValues={initial}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={draft.keep}
      onFinish={() =>
        take.mutate(
          // Fields set by a program, such as the chosen household, count too.
          { body: intakeBody(form.getFieldsValue(true), reportId) },
          { onError: (problem) => void showFieldErrors(form, problem, words) },
        )
      }
    >
      <Form.Item name="chosen" hidden noStyle>
        <input type="hidden" value="" />
      </Form.Item>
      <HouseholdStep subjectName={subjectName} placeName={placeName} onChosen={draft.keep} />
      {chosen === undefined ? null : (
        <>
          <EventSection placeName={placeName} />
          <NeedSection />
          <UrgencySection />
          <div className="yi-foot">
            <ProblemNotice problem={take.error}>
              {isProblem(take.error, 'PERSON_EXISTS') ? <p>{t('personExists')}</p> : null}
            </ProblemNotice>
            <div className="yi-foot-line">
              <Button type="primary" size="large" htmlType="submit" loading={take.isPending}>
                {t('submit')}
              </Button>
              <span className="yc-faint">{t('papersMayMiss')}</span>
            </div>
          </div>
        </>
      )}
    </Form>
  );
}
