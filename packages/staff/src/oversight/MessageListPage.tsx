import { Link } from '@tanstack/react-router';
import { listMessages, MESSAGE_STATES, type MessageState, type MessageView } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Segmented, type TableColumnsType } from 'antd';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useFormat } from '../platform/show/format.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { useFilters } from '../platform/use-page.ts';
import { channelText, messageStateText } from './labels.ts';
import { text } from './text.ts';
import '../casework/casework.css';
import './oversight.css';

const TONES: Readonly<Record<MessageState, Tone>> = {
  queued: 'info',
  sent: 'good',
  failed: 'warning',
  'given-up': 'danger',
};

export function MessageListPage() {
  const t = useText(text);
  const states = useText(messageStateText);
  const [filters, change] = useFilters();
  const status = MESSAGE_STATES.find((one) => one === filters['state']);
  const list = usePagesOf(listMessages, { query: { status } });
  return (
    <>
      <PageHeader />
      <div className="yc-toolbar">
        <Segmented
          aria-label={t('state')}
          value={status ?? 'all'}
          options={[
            { value: 'all', label: t('anyState') },
            ...MESSAGE_STATES.map((value) => ({ value, label: states(value) })),
          ]}
          onChange={(value) => change({ state: value === 'all' ? undefined : value })}
        />
      </div>
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useMessageColumns()}
          rowKey="id"
          label={t('messagesTitle')}
          emptyTitle={t('noMessages')}
          emptyText={t('noMessagesText')}
        />
      </div>
    </>
  );
}

function useMessageColumns(): TableColumnsType<MessageView> {
  const t = useText(text);
  const words = useWords();
  const channel = useText(channelText);
  const format = useFormat();
  return [
    {
      title: t('queuedAt'),
      width: 165,
      render: (_, message) => <span className="yc-number">{format.moment(message.queuedAt)}</span>,
    },
    {
      title: t('recipient'),
      width: 130,
      render: (_, message) => (
        <>
          <span className="yc-number">{message.recipientMasked}</span>
          <div className="yc-faint">{channel(message.channel)}</div>
        </>
      ),
    },
    { title: t('message'), render: (_, message) => <div className="yv-message">{words(message.words)}</div> },
    { title: t('state'), width: 125, render: (_, message) => <MessageStatus message={message} /> },
    { title: t('attempts'), width: 90, align: 'right', dataIndex: 'attempts' },
    { title: t('about'), width: 90, render: (_, message) => <About message={message} /> },
  ];
}

interface MessageProps {
  readonly message: MessageView;
}

function MessageStatus({ message }: MessageProps) {
  const t = useText(text);
  const states = useText(messageStateText);
  const format = useFormat();
  return (
    <>
      <ToneTag tone={TONES[message.status]}>{states(message.status)}</ToneTag>
      <div className="yc-faint yc-number">
        {message.sentAt === null ? null : format.shortMoment(message.sentAt)}
        {message.status === 'failed' && message.nextAttemptAt !== null
          ? t('nextAttempt', { when: format.shortMoment(message.nextAttemptAt) })
          : null}
        {message.status === 'given-up' ? t('callThem') : null}
      </div>
    </>
  );
}

function About({ message }: MessageProps) {
  const t = useText(text);
  if (message.caseId !== null) return <Link to={`/cases/${message.caseId}` as string}>{t('case')}</Link>;
  if (message.reportId !== null) return <Link to={`/reports/${message.reportId}` as string}>{t('report')}</Link>;
  return '—';
}
