import type { CaseDetail } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button } from 'antd';
import { eventKindText } from '../discovery/labels.ts';
import { usePlace } from '../intake/region-names.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { text as shell } from '../platform/text.ts';
import { CaseActions } from './CaseActions.tsx';
import { caseStateText } from './labels.ts';
import { text } from './text.ts';
import { UrgencyTag } from './UrgencyTag.tsx';

export function CaseHeader({ file }: { readonly file: CaseDetail }) {
  const t = useText(text);
  const s = useText(shell);
  const state = useText(caseStateText);
  const event = useText(eventKindText);
  const format = useFormat();
  const place = usePlace();
  return (
    <PageHeader
      title={t('caseTitle', { name: file.household.headName, event: event(file.eventKind) })}
      tags={
        <>
          <UrgencyTag urgency={file.urgency} />
          <ToneTag tone={file.state === 'open' ? 'info' : 'plain'}>{state(file.state)}</ToneTag>
        </>
      }
      meta={
        <>
          <span className="yc-number">{file.caseNo}</span>
          <span>{place(file.placeName, file.placeRegionCode)}</span>
          <span>{t('openedAt', { when: format.moment(file.openedAt) })}</span>
          <span>{file.officeName}</span>
        </>
      }
      actions={
        <>
          <CaseActions file={file} />
          <Button onClick={() => window.print()}>{s('print')}</Button>
        </>
      }
    />
  );
}
