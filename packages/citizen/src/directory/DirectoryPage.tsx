import { Button, EmptyState, Page, Skeleton, useText } from '@yimen/ui';
import { useState } from 'react';
import { BackHome } from '../platform/BackHome.tsx';
import { CallLink } from '../platform/CallLink.tsx';
import { ProblemNotice } from '../platform/ProblemNotice.tsx';
import { PHONES, text as platformText } from '../platform/text.ts';
import { DirectoryList } from './DirectoryList.tsx';
import { text } from './text.ts';
import { useDirectory } from './use-directory.ts';
import './directory.css';

export function DirectoryPage() {
  const t = useText(text);
  const p = useText(platformText);
  const directory = useDirectory();
  const [typed, setTyped] = useState('');
  const retry = <Button onClick={() => void directory.refetch()}>{p('tryAgain')}</Button>;
  return (
    <Page title={t('title')} intro={t('intro')} back={<BackHome />}>
      <div className="yc-directory-hotline">
        <p>{t('hotlineHelp')}</p>
        <CallLink phone={directory.data?.hotline ?? PHONES.hotline} label={t('hotline')} kind="primary" block />
      </div>
      {directory.isPending ? <Skeleton label={p('loading')} lines={5} shape="card" /> : null}
      {directory.isError ? <ProblemNotice problem={directory.error} action={retry} /> : null}
      {directory.data?.entries.length === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : null}
      {directory.data !== undefined && directory.data.entries.length > 0 ? (
        <DirectoryList directory={directory.data} typed={typed} onType={setTyped} />
      ) : null}
    </Page>
  );
}
