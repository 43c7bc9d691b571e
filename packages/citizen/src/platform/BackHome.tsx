import { Link } from '@tanstack/react-router';
import { useText } from '@yimen/ui';
import { text } from './text.ts';
import './back-home.css';

export function BackHome() {
  const t = useText(text);
  return (
    <Link to="/" className="yc-back" data-screen-only="">
      {t('backHome')}
    </Link>
  );
}
