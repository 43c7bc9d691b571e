import { type Absence, listAbsences } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { EndAbsenceDialog } from './dialogs/EndAbsenceDialog.tsx';
import { RecordAbsenceDialog } from './dialogs/RecordAbsenceDialog.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './organisation.css';

export function AbsenceListPage() {
  const t = useText(text);
  const [recording, setRecording] = useState(false);
  const [ending, setEnding] = useState<Absence>();
  const list = usePagesOf(listAbsences, { query: {} });
  return (
    <>
      <PageHeader
        meta={t('absenceIntro')}
        actions={
          <Button type="primary" onClick={() => setRecording(true)}>
            {t('recordAbsence')}
          </Button>
        }
      />
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useAbsenceColumns(setEnding)}
          rowKey="id"
          label={t('absencesTitle')}
          emptyTitle={t('noAbsences')}
          emptyText={t('noAbsencesText')}
        />
      </div>
      {recording ? <RecordAbsenceDialog onClose={() => setRecording(false)} /> : null}
      {ending === undefined ? null : <EndAbsenceDialog absence={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function useAbsenceColumns(onEnd: (absence: Absence) => void): TableColumnsType<Absence> {
  const t = useText(text);
  const format = useFormat();
  const me = useMe();
  const mayEnd = (absence: Absence) =>
    stateOf(absence) !== 'over' && (absence.accountId === me.accountId || me.permissions.includes('absence.record'));
  return [
    { title: t('person'), width: 140, dataIndex: 'name' },
    { title: t('state'), width: 110, render: (_, absence) => <AbsenceTag absence={absence} /> },
    {
      title: t('fromAt'),
      width: 190,
      render: (_, { fromAt }) => <span className="yc-number">{format.moment(fromAt)}</span>,
    },
    { title: t('toAt'), width: 190, render: (_, { toAt }) => <span className="yc-number">{format.moment(toAt)}</span> },
    { title: t('reason'), render: (_, absence) => <div className="yc-cell-text">{absence.reason}</div> },
    {
      title: t('acts'),
      width: 120,
      render: (_, absence) =>
        mayEnd(absence) ? (
          <Button size="small" onClick={() => onEnd(absence)}>
            {t('endAbsence')}
          </Button>
        ) : null,
    },
  ];
}

const TONES = { now: 'warning', later: 'info', over: 'plain' } as const satisfies Record<string, Tone>;
const WORDS = { now: 'absenceNow', later: 'absenceLater', over: 'absenceOver' } as const;

function AbsenceTag({ absence }: { readonly absence: Absence }) {
  const t = useText(text);
  const state = stateOf(absence);
  return <ToneTag tone={TONES[state]}>{t(WORDS[state])}</ToneTag>;
}

function stateOf({ ended, fromAt, toAt }: Absence): keyof typeof WORDS {
  const now = Date.now();
  if (ended || Date.parse(toAt) <= now) return 'over';
  return Date.parse(fromAt) > now ? 'later' : 'now';
}
