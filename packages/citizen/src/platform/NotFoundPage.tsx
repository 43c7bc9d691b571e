import { Link } from '@tanstack/react-router';
import { buttonClass, Page, useText } from '@yimen/ui';
import { text } from './text.ts';

export function NotFoundPage() {
  const t = useText(text);
  return (
    <Page title={t('notFoundTitle')} intro={t('notFoundText')}>
      <Link to="/" className={buttonClass({ kind: 'primary' })}>
        {t('backHome')}
      </Link>
    </Page>
  );
}
