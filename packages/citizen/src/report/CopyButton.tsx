import { Button, useText, VisuallyHidden } from '@yimen/ui';
import { useState } from 'react';
import { text } from './text.ts';

export function CopyButton({ content }: { readonly content: string }) {
  const t = useText(text);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();
  return (
    <>
      <Button
        kind="primary"
        className="yc-copy"
        onClick={() => void copy(content).then((done) => setOutcome(done ? 'copied' : 'copyFailed'))}
      >
        {outcome === 'copied' ? t('copied') : t('copy')}
      </Button>
      <VisuallyHidden live="polite">{outcome === 'copied' ? t('copied') : null}</VisuallyHidden>
      {outcome === 'copyFailed' ? <p role="alert">{t('copyFailed')}</p> : null}
    </>
  );
}

/** The clipboard is closed on plain http pages and in some phone apps; then an old-fashioned copy is tried. */
async function copy(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return copyBySelection(content);
  }
}

function copyBySelection(content: string): boolean {
  const area = document.createElement('textarea');
  area.value = content;
  area.className = 'ym-visually-hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
