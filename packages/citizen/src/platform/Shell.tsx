import { Link, Outlet } from '@tanstack/react-router';
import { DoorMark, OfflineBanner, SkipLink, useText } from '@yimen/ui';
import { DisplayTools } from './DisplayTools.tsx';
import { Footer } from './Footer.tsx';
import { text } from './text.ts';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';
import './shell.css';

const MAIN_ID = 'main';

export function Shell() {
  const t = useText(text);
  useFocusOnArrival(MAIN_ID);
  return (
    <div className="yc-shell">
      <title>{`${t('product')} · ${t('productFull')}`}</title>
      <SkipLink targetId={MAIN_ID}>{t('skipToMain')}</SkipLink>
      <header className="yc-header">
        <Link to="/" className="yc-brand">
          <DoorMark size={36} tone="light" />
          <span>
            <span className="yc-brand-name">{t('product')}</span>
            <span className="yc-brand-full">{t('productFull')}</span>
          </span>
        </Link>
        <DisplayTools />
      </header>
      <OfflineBanner>{t('offline')}</OfflineBanner>
      <main className="yc-main" id={MAIN_ID} tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}
