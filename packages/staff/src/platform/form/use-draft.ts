import { useText } from '@yimen/ui';
import { App, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { onSessionEnding } from '../session/session-watch.ts';
import { useMe } from '../session/use-me.ts';
import { text } from '../text.ts';
import { keepDraft, takeDraft } from './draft-store.ts';

/** Keeps what was typed when the session ends, for the same person in the same browser tab, and brings it back once. */
export function useDraft(form: FormInstance, name: string): void {
  const { accountId } = useMe();
  const { message } = App.useApp();
  const t = useText(text);
  const restoredText = t('draftRestored');
  useEffect(() => {
    const draft = takeDraft(accountId, name);
    if (draft !== undefined) {
      form.setFieldsValue(draft);
      void message.info(restoredText);
    }
    return onSessionEnding(() => keepDraft(accountId, name, form.getFieldsValue(true)));
  }, [form, name, accountId, message, restoredText]);
}
