import { Outlet } from '@tanstack/react-router';
import { OfflineBanner, SkipLink, useText } from '@yimen/ui';
import { mayOpen } from '../page.ts';
import { IdleWarning } from '../session/IdleWarning.tsx';
import { useMe } from '../session/use-me.ts';
import { PlainMessage } from '../show/PlainMessage.tsx';
import { text } from '../text.ts';
import { useCurrentPage } from '../use-page.ts';
import { ActingBanner } from './ActingBanner.tsx';
import { Breadcrumbs } from './Breadcrumbs.tsx';
import { SideNavigation } from './SideNavigation.tsx';
import { TopBar } from './TopBar.tsx';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';
import './layout.css';

const MAIN_ID = 'main';

/** Everything behind the door; the router lets nobody in without a complete sign-in. */
export function SignedInLayout() {
  const t = useText(text);
  useFocusOnArrival(MAIN_ID);
  return (
    <div className="ys-layout">
      <SkipLink targetId={MAIN_ID}>{t('skipToMain')}</SkipLink>
      <TopBar />
      <section aria-label={t('notices')}>
        <ActingBanner />
        <OfflineBanner>{t('offline')}</OfflineBanner>
      </section>
      <div className="ys-columns">
        <SideNavigation />
        <main className="ys-main" id={MAIN_ID} tabIndex={-1}>
          <Breadcrumbs />
          <AllowedPage />
        </main>
      </div>
      <IdleWarning />
    </div>
  );
}

function AllowedPage() {
  const t = useText(text);
  const me = useMe();
  const page = useCurrentPage();
  if (page === undefined || mayOpen(page, me.permissions)) return <Outlet />;
  return <PlainMessage title={t('notAllowedTitle')}>{t('notAllowedText')}</PlainMessage>;
}
