import type { AuditEntryView } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button, type TableColumnsType } from 'antd';
import { useFormat } from '../platform/show/format.ts';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import type { Filters } from '../platform/use-page.ts';
import { outcomeText, subjectText } from './labels.ts';
import { text } from './text.ts';

const TONES: Readonly<Record<AuditEntryView['outcome'], Tone>> = {
  done: 'plain',
  refused: 'warning',
  failed: 'danger',
};

export function useAuditColumns(onNarrow: (changes: Filters) => void): TableColumnsType<AuditEntryView> {
  const t = useText(text);
  const words = useWords();
  const outcome = useText(outcomeText);
  const format = useFormat();
  return [
    {
      title: t('when'),
      width: 155,
      render: (_, entry) => <span className="yc-number">{format.moment(entry.at)}</span>,
    },
    { title: t('who'), width: 190, render: (_, entry) => <Who entry={entry} onNarrow={onNarrow} /> },
    {
      title: t('what'),
      render: (_, entry) => (
        <Button
          type="link"
          className="yv-narrow yv-act"
          title={t('onlyAct')}
          onClick={() => onNarrow({ action: entry.action })}
        >
          {entry.actionWords === null ? t('otherAction') : words(entry.actionWords)}
        </Button>
      ),
    },
    { title: t('subject'), width: 140, render: (_, entry) => <Subject entry={entry} onNarrow={onNarrow} /> },
    { title: t('region'), width: 90, render: (_, entry) => entry.regionName ?? '—' },
    {
      title: t('outcome'),
      width: 90,
      render: (_, entry) => (
        <>
          <ToneTag tone={TONES[entry.outcome]}>{outcome(entry.outcome)}</ToneTag>
          <div className="yc-faint">{entry.sealed ? t('sealed') : t('unsealed')}</div>
        </>
      ),
    },
  ];
}

interface CellProps {
  readonly entry: AuditEntryView;
  readonly onNarrow: (changes: Filters) => void;
}

function Who({ entry, onNarrow }: CellProps) {
  const t = useText(text);
  if (entry.accountId === null) return <span className="yc-faint">{t('publicVisitor')}</span>;
  const name = entry.accountName ?? t('system');
  return (
    <>
      <Button
        type="link"
        className="yv-narrow"
        title={t('onlyPerson', { name })}
        onClick={() => onNarrow({ accountId: entry.accountId ?? undefined })}
      >
        {name}
      </Button>
      {entry.onBehalfOf === null ? null : <ToneTag tone="warning">{t('onBehalf', { name: entry.onBehalfOf })}</ToneTag>}
      <div className="yc-faint yv-who">{[entry.officeName, entry.postTitle].filter(Boolean).join(' · ')}</div>
    </>
  );
}

function Subject({ entry, onNarrow }: CellProps) {
  const t = useText(text);
  const subject = useText(subjectText);
  const { subjectType, subjectId } = entry;
  const name = subjectType !== null && isKnown(subjectType) ? subject(subjectType) : '';
  if (subjectId === null) return name || '—';
  return (
    <>
      {name}{' '}
      <Button
        type="link"
        className="yv-narrow yc-number"
        title={t('onlySubject')}
        onClick={() => onNarrow({ subjectType: subjectType ?? undefined, subjectId })}
      >
        {subjectId.slice(0, 8)}
      </Button>
    </>
  );
}

function isKnown(subject: string): subject is keyof typeof subjectText.zh {
  return subject in subjectText.zh;
}
