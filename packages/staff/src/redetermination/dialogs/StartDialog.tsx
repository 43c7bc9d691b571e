import { useNavigate } from '@tanstack/react-router';
import { type BodyOf, startRedetermination } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form } from 'antd';
import { todayInShanghai } from '../../casework/today.ts';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { text } from '../text.ts';

/** Starts one and goes there; it is computed in the background. */
export function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(text);
  const navigate = useNavigate();
  const today = todayInShanghai();
  return (
    <CommandDialog<typeof startRedetermination, BodyOf<typeof startRedetermination>>
      route={startRedetermination}
      title={t('start')}
      submitText={t('start')}
      doneText={t('started')}
      initialValues={{ on: today }}
      toInput={(body) => ({ body })}
      onDone={({ id }) => void navigate({ to: `/redeterminations/${id}` as string })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('startIntro')}</p>
      <Form.Item name="on" label={t('on')} rules={[{ required: true, message: t('onNeeded') }]}>
        <CivilDateField max={today} />
      </Form.Item>
    </CommandDialog>
  );
}
