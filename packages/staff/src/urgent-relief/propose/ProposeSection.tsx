import type { AvailableAction } from '@yimen/contracts';
import { Notice, useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { HandUpDialog } from '../HandUpDialog.tsx';
import type { ReliefProps } from '../ReliefPanel.tsx';
import { text } from '../text.ts';
import { GrantForm } from './GrantForm.tsx';

/** The quick form, open at once unless a grant already waits for its decision. */
export function ProposeSection({ file, panel }: ReliefProps) {
  const t = useText(text);
  const propose = panel.availableActions.find((action) => action.act === 'propose');
  const handUp = panel.availableActions.find((action) => action.act === 'hand-up');
  const isWaiting = panel.grants.some((grant) => grant.state === 'proposed');
  const openStep = panel.ladder.steps.find((step) => step.open);
  // With only the top level open the way leads up, unless the case is up there already.
  const leadsUp = handUp !== undefined && openStep?.level === panel.ladder.steps.at(-1)?.level;
  const [asked, setAsked] = useState(false);
  const [handingUp, setHandingUp] = useState(false);
  const open = asked || (openStep !== undefined && !isWaiting && !leadsUp);
  const mayPropose = propose !== undefined && propose.blockedBy === null;
  return (
    <div className="yr-propose" data-screen-only="">
      {propose === undefined ? null : <Blocked action={propose} />}
      {mayPropose && open ? <GrantForm file={file} panel={panel} onDone={() => setAsked(false)} /> : null}
      <div className="ys-actions">
        {mayPropose && !open ? (
          <Button onClick={() => setAsked(true)}>
            {panel.grants.length === 0 ? t('proposeTitle') : t('proposeMore')}
          </Button>
        ) : null}
        {handUp === undefined || handUp.blockedBy !== null ? null : (
          <Button type={leadsUp || openStep === undefined ? 'primary' : 'default'} onClick={() => setHandingUp(true)}>
            {t('handUp')}
          </Button>
        )}
      </div>
      {handingUp ? <HandUpDialog file={file} onClose={() => setHandingUp(false)} /> : null}
    </div>
  );
}

function Blocked({ action }: { readonly action: AvailableAction }) {
  const t = useText(text);
  const words = useWords();
  if (action.blockedBy === null) return null;
  return (
    <Notice kind="warning" title={t('cannotPropose')}>
      {words(action.blockedBy)}
    </Notice>
  );
}
