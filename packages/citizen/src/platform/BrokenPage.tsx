import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button, Page, useText } from '@yimen/ui';
import { ProblemNotice } from './ProblemNotice.tsx';
import { text } from './text.ts';

export function BrokenPage({ error }: ErrorComponentProps) {
  const t = useText(text);
  return (
    <Page title={t('brokenTitle')}>
      <ProblemNotice problem={error} />
      <Button kind="primary" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </Page>
  );
}
