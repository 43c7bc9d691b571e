import { Link } from '@tanstack/react-router';
import { useText } from '@yimen/ui';
import { text } from '../text.ts';
import { PlainMessage } from './PlainMessage.tsx';

export function NotFoundPage() {
  const t = useText(text);
  return (
    <PlainMessage title={t('notFoundTitle')} action={<Link to="/">{t('backHome')}</Link>}>
      {t('notFoundText')}
    </PlainMessage>
  );
}
