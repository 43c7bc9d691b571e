import { type CaseDetail, getUrgentRelief, type UrgentReliefPanel } from '@yimen/contracts';
import { Notice, Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { AfterChecks } from './AfterChecks.tsx';
import { CaseConferences } from './conference/CaseConferences.tsx';
import { EarlierAid } from './EarlierAid.tsx';
import { GrantCard } from './GrantCard.tsx';
import { Ladder } from './Ladder.tsx';
import { PaperDuties } from './PaperDuties.tsx';
import { ProposeSection } from './propose/ProposeSection.tsx';
import { text } from './text.ts';
import './urgent-relief.css';

export interface ReliefProps {
  readonly file: CaseDetail;
  readonly panel: UrgentReliefPanel;
}

export function ReliefPanel({ file }: Pick<ReliefProps, 'file'>) {
  const s = useText(shell);
  const panel = useCall(getUrgentRelief, { params: { id: file.id } });
  if (panel.data !== undefined) return <Panel file={file} panel={panel.data} />;
  if (panel.error === null) return <Skeleton label={s('loading')} lines={3} shape="card" />;
  return (
    <ProblemNotice problem={panel.error} action={<Button onClick={() => void panel.refetch()}>{s('reload')}</Button>} />
  );
}

function Panel({ file, panel }: ReliefProps) {
  const t = useText(text);
  const format = useFormat();
  return (
    <div className="yr-panel">
      {panel.handedUp === null ? null : (
        <Notice title={t('handedUp', { office: panel.handedUp.toOffice, when: format.shortMoment(panel.handedUp.at) })}>
          {t('handedUpText')}
        </Notice>
      )}
      <Ladder ladder={panel.ladder} />
      <EarlierAid earlier={panel.earlier} />
      <ProposeSection file={file} panel={panel} />
      <CaseConferences file={file} panel={panel} />
      {panel.grants.length === 0 ? (
        <p className="yc-faint">{t('noGrants')}</p>
      ) : (
        <ul className="yr-grants">
          {panel.grants.map((grant) => (
            <GrantCard key={grant.id} grant={grant} />
          ))}
        </ul>
      )}
      <PaperDuties papers={panel.papers} />
      <AfterChecks file={file} checks={panel.afterChecks} />
    </div>
  );
}
