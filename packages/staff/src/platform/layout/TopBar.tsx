import { Link } from '@tanstack/react-router';
import { DoorMark, useText } from '@yimen/ui';
import { useMe } from '../session/use-me.ts';
import { text } from '../text.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import './layout.css';

export function TopBar() {
  const t = useText(text);
  const me = useMe();
  return (
    <header className="ys-bar" data-screen-only="">
      <Link to="/" className="ys-bar-brand">
        <DoorMark size={30} tone="light" />
        <span className="ys-bar-name">{t('product')}</span>
        <span className="ys-bar-locality">
          {me.locality} {t('productFull')}
        </span>
      </Link>
      <div className="ys-bar-tools">
        <a className="ys-bar-button" href={`tel:${me.hotline}`}>
          {t('hotline')} {me.hotline}
        </a>
        <LanguageSwitch />
        <AccountMenu />
      </div>
    </header>
  );
}
