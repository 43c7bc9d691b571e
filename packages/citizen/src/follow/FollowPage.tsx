import { followReport } from '@yimen/contracts';
import { Page, useText } from '@yimen/ui';
import { useEffect, useState } from 'react';
import { BackHome } from '../platform/BackHome.tsx';
import { useCommand } from '../platform/use-command.ts';
import { FollowForm } from './FollowForm.tsx';
import { KeptReports } from './KeptReports.tsx';
import { ReportProgress } from './ReportProgress.tsx';
import { type ReceiptPair, readReceiptHash } from './receipt-link.ts';
import { text } from './text.ts';
import './follow.css';

export function FollowPage() {
  const t = useText(text);
  const [linked, setLinked] = useState(() => readReceiptHash(window.location.hash));
  const [asked, setAsked] = useState<ReceiptPair>();
  const looking = useCommand(followReport);

  function look(pair: ReceiptPair): void {
    setAsked(pair);
    looking.mutate({ body: pair });
  }

  const { mutate } = looking;
  useEffect(() => {
    forgetHash();
    if (linked.receiptNo === '' || linked.followCode === '') return;
    setAsked(linked);
    mutate({ body: linked });
  }, [linked, mutate]);

  useEffect(() => {
    const follow = () => {
      // A second link pasted into this page; an emptied hash is our own doing.
      if (window.location.hash !== '') setLinked(readReceiptHash(window.location.hash));
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  if (looking.data !== undefined && asked !== undefined) {
    return (
      <ReportProgress
        progress={looking.data}
        problem={looking.error}
        isLooking={looking.isPending}
        onRefresh={() => look(asked)}
        onBack={() => looking.reset()}
      />
    );
  }
  return (
    <Page title={t('title')} intro={t('intro')} back={<BackHome />}>
      <KeptReports onLook={look} />
      <FollowForm
        key={linked.receiptNo}
        start={linked}
        problem={looking.error}
        isLooking={looking.isPending}
        onLook={look}
      />
    </Page>
  );
}

/** The code must not stay in the address of a shared phone. */
function forgetHash(): void {
  if (window.location.hash !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
}
