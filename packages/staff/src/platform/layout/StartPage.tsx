import { Navigate } from '@tanstack/react-router';
import { useText } from '@yimen/ui';
import { buildNavigation } from '../navigation.ts';
import { pages } from '../registered-pages.ts';
import { useMe } from '../session/use-me.ts';
import { PlainMessage } from '../show/PlainMessage.tsx';
import { text } from '../text.ts';

/** Opens the first page of this person's menu. */
export function StartPage() {
  const t = useText(text);
  const me = useMe();
  const first = buildNavigation(pages, me.permissions)[0]?.pages[0];
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return <PlainMessage title={t('noPagesTitle')}>{t('noPagesText')}</PlainMessage>;
}
