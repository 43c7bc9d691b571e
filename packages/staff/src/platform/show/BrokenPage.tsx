import type { ErrorComponentProps } from '@tanstack/react-router';
import { isProblem, useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { text } from '../text.ts';
import { PlainMessage } from './PlainMessage.tsx';

/** Shown instead of a page that failed while it was drawn; other parts of the screen stay. */
export function BrokenPage({ error }: ErrorComponentProps) {
  const t = useText(text);
  const words = useWords();
  const known = isProblem(error) ? error : undefined;
  return (
    <PlainMessage
      title={known === undefined ? t('brokenTitle') : words(known.words)}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      }
    >
      <p>{known === undefined ? t('brokenText') : words(known.nextStep)}</p>
      <p className="ys-faint">{known === undefined ? String(error) : t('requestId', { id: known.requestId })}</p>
    </PlainMessage>
  );
}
