import { type BodyOf, getUrgentRelief, issueOneTimeNotice } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button, Form, Input, Select } from 'antd';
import { useCall } from '../../platform/call/use-call.ts';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { CaseDialogProps } from '../CaseActions.tsx';
import { byWhomText } from '../labels.ts';
import { text } from '../text.ts';

type Item = BodyOf<typeof issueOneTimeNotice>['items'][number];

interface Values {
  readonly items: readonly Item[];
  readonly reissueReason?: string;
}

const EMPTY: Partial<Item> = { paperId: null, byWhom: 'applicant' };

/** Everything missing is told at once, once. A second notice replaces the whole list and says why. */
export function NoticeDialog({ file, onClose }: CaseDialogProps) {
  const t = useText(text);
  const words = useWords();
  // On the page already, so it is at hand when the dialog opens.
  const relief = useCall(getUrgentRelief, { params: { id: file.id } });
  const inForce = file.notices.find((notice) => notice.supersededAt === null);
  const owed = (relief.data?.papers ?? [])
    .filter((paper) => paper.state === 'due' && paper.provider === 'applicant')
    .map((paper) => ({
      paperId: paper.paperId,
      label: words(paper.label),
      why: t('paperAfterAid'),
      byWhom: paper.provider,
    }));
  return (
    <CommandDialog<typeof issueOneTimeNotice, Values>
      route={issueOneTimeNotice}
      title={t('issueNotice')}
      submitText={t('issueNotice')}
      doneText={t('issuedNotice')}
      width={760}
      initialValues={{ items: inForce?.items ?? (owed.length > 0 ? owed : [EMPTY as Item]) }} // an empty row is filled before it is sent
      toInput={(values) => ({
        params: { id: file.id },
        body: { items: [...values.items], reissueReason: values.reissueReason ?? null },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('noticeIntro')}</p>
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <NoticeItemRow
                key={field.key}
                index={index}
                name={field.name}
                {...(fields.length > 1 ? { onRemove: () => remove(field.name) } : {})}
              />
            ))}
            <Button type="dashed" block disabled={fields.length >= 30} onClick={() => add(EMPTY)}>
              {t('addItem')}
            </Button>
          </>
        )}
      </Form.List>
      {inForce === undefined ? null : (
        <Form.Item
          name="reissueReason"
          label={t('reissueReason')}
          className="yc-space-above"
          rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
    </CommandDialog>
  );
}

interface NoticeItemRowProps {
  readonly index: number;
  readonly name: number;
  readonly onRemove?: () => void;
}

function NoticeItemRow({ index, name, onRemove }: NoticeItemRowProps) {
  const t = useText(text);
  const byWhom = useText(byWhomText);
  return (
    <fieldset className="yc-notice-item">
      <legend>{t('itemNumber', { number: index + 1 })}</legend>
      <Form.Item name={[name, 'paperId']} hidden>
        <Input />
      </Form.Item>
      <Form.Item
        name={[name, 'label']}
        label={t('itemLabel')}
        rules={[{ required: true, message: t('itemLabelNeeded') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[name, 'byWhom']} label={t('itemByWhom')}>
        <Select options={(['applicant', 'worker'] as const).map((value) => ({ value, label: byWhom(value) }))} />
      </Form.Item>
      <Form.Item name={[name, 'why']} label={t('itemWhy')} rules={[{ required: true, message: t('itemWhyNeeded') }]}>
        <Input maxLength={300} />
      </Form.Item>
      {onRemove === undefined ? null : (
        <Button type="link" danger onClick={onRemove} aria-label={t('removeItem', { number: index + 1 })}>
          {t('remove')}
        </Button>
      )}
    </fieldset>
  );
}
