import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { keepDraft, takeDraft } from '../platform/form/draft-store.ts';
import { useDraft } from '../platform/form/use-draft.ts';
import { useMe } from '../platform/session/use-me.ts';

const REST_MS = 600;

export interface LastingDraft {
  /** After each change; written down once the typing rests. */
  readonly keep: () => void;
  /** After the form was sent. */
  readonly drop: () => void;
}

/** Keeps a long form through a reload or a detour to another page, not only through the end of the session. */
export function useLastingDraft(form: FormInstance, name: string): LastingDraft {
  const { accountId } = useMe();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useDraft(form, name);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    keep: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => keepDraft(accountId, name, form.getFieldsValue(true)), REST_MS);
    },
    drop: () => {
      clearTimeout(timer.current);
      takeDraft(accountId, name);
    },
  };
}
