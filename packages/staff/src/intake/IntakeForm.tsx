import { useNavigate } from '@tanstack/react-router';
import { type ResponseOf, takeIn } from '@yimen/contracts';
import { isProblem, useText, useWords } from '@yimen/ui';
import { App, Button, Form } from 'antd';
import type { SearchValues } from '../households/PersonSearch.tsx';
import { useCommand } from '../platform/call/use-command.ts';
import { showFieldErrors } from '../platform/form/show-field-errors.ts';
import { Section } from '../platform/layout/Section.tsx';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { ChosenHousehold } from './ChosenHousehold.tsx';
import { EventSection } from './EventSection.tsx';
import { type Chosen, firstMember, type IntakeValues, intakeBody } from './intake-input.ts';
import { MembersSection } from './MembersSection.tsx';
import { NeedSection } from './NeedSection.tsx';
import { SearchStep } from './SearchStep.tsx';
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

  function choose(choice: Chosen | undefined): void {
    form.setFieldValue('chosen', choice);
    draft.keep();
  }

  function startNew(typed: SearchValues): void {
    const region = typed.regionCode ?? form.getFieldValue(['household', 'regionCode']);
    form.setFieldValue(['household', 'regionCode'], region);
    form.setFieldValue(['household', 'members'], [firstMember(typed, region)]);
    choose({ is: 'new' });
  }

  return (
    <>
      {/* A form of its own: forms do not nest. */}
      {chosen === undefined ? <SearchStep subjectName={subjectName} onChoose={choose} onNew={startNew} /> : null}
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
        {chosen === undefined ? null : (
          <>
            <Section id="intake-household" title={t('household')}>
              <ChosenHousehold chosen={chosen} onAgain={() => choose(undefined)} />
              {chosen.is === 'new' ? <MembersSection placeName={placeName} /> : null}
            </Section>
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
    </>
  );
}
