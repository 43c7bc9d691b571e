import type { ConferenceView } from '@yimen/contracts';
import { Money, Notice, useText } from '@yimen/ui';
import { useState } from 'react';
import { AvailableActions } from '../../platform/show/AvailableActions.tsx';
import { useFormat } from '../../platform/show/format.ts';
import { ToneTag } from '../../platform/show/ToneTag.tsx';
import type { ReliefProps } from '../ReliefPanel.tsx';
import { ConferenceDialog } from './ConferenceDialog.tsx';
import { text } from './text.ts';

const ACT = 'record-conference';

/** One case, one discussion: what was agreed, and the record that a grant still waits for. */
export function CaseConferences({ file, panel }: ReliefProps) {
  const t = useText(text);
  const [recording, setRecording] = useState(false);
  const record = panel.availableActions.filter((action) => action.act === ACT);
  const waiting = panel.grants.filter((grant) => grant.state === 'proposed' && grant.conferenceNeeded);
  if (panel.conferences.length === 0 && waiting.length === 0) return null;
  return (
    <div className="yr-conferences">
      <h3 className="yc-subtitle">{t('title')}</h3>
      {panel.conferences.length === 0 ? (
        <Notice kind="warning" title={t('neededTitle')}>
          {t('needed')}
        </Notice>
      ) : (
        <ul className="yr-papers">
          {panel.conferences.map((conference, index) => (
            <Conference
              key={conference.id}
              conference={conference}
              isNewest={index === 0 && panel.conferences.length > 1}
            />
          ))}
        </ul>
      )}
      <AvailableActions
        actions={record}
        handlers={{ [ACT]: () => setRecording(true) }}
        {...(panel.conferences.length === 0 ? { primary: ACT } : {})}
      />
      {recording ? (
        <ConferenceDialog
          caseId={file.id}
          occurredOn={file.occurredOn}
          amountFen={waiting[0]?.amountFen}
          onClose={() => setRecording(false)}
        />
      ) : null}
    </div>
  );
}

function Conference({ conference, isNewest }: { readonly conference: ConferenceView; readonly isNewest: boolean }) {
  const t = useText(text);
  const format = useFormat();
  const seats = conference.participants.map((seat) => t('seat', seat)).join(t('between'));
  const by = `${conference.officeName} ${conference.recordedBy}`;
  const when = format.shortMoment(conference.recordedAt);
  return (
    <li className="yr-paper">
      <div className="yr-paper-what">
        <strong>{t('heldOn', { date: format.date(conference.heldOn) })}</strong>
        <ToneTag tone={conference.conclusion === 'agreed' ? 'good' : 'danger'}>{t(conference.conclusion)}</ToneTag>
        {isNewest ? <ToneTag tone="info">{t('newest')}</ToneTag> : null}
      </div>
      {conference.conclusion === 'agreed' ? (
        <p>
          {t('agreedAmount')} <Money fen={conference.agreedFen} strong />
          <span className="yc-faint">
            {' '}
            · {t('grantedAmount')} <Money fen={conference.grantedFen} />
          </span>
        </p>
      ) : null}
      <p className="yr-minutes">{conference.minutes}</p>
      <p className="yc-faint">{t('seats', { seats })}</p>
      <p className="yc-faint">
        {conference.onBehalfOf === null
          ? t('recordedBy', { by, when })
          : t('recordedFor', { by, name: conference.onBehalfOf, when })}
      </p>
    </li>
  );
}
