import type { CaseDetail } from '@yimen/contracts';
import { type ComponentType, useState } from 'react';
import { AssessDialog } from '../assessment/AssessDialog.tsx';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { SendReferralDialog } from '../referral/SendReferralDialog.tsx';
import { AcceptHandOverDialog } from './dialogs/AcceptHandOverDialog.tsx';
import { CloseCaseDialog } from './dialogs/CloseCaseDialog.tsx';
import { HandOverDialog } from './dialogs/HandOverDialog.tsx';
import { NoticeDialog } from './dialogs/NoticeDialog.tsx';
import { ReopenCaseDialog } from './dialogs/ReopenCaseDialog.tsx';
import { SurveyDialog } from './dialogs/SurveyDialog.tsx';

export interface CaseDialogProps {
  readonly file: CaseDetail;
  readonly onClose: () => void;
}

/** What each act the server may offer opens; granting and handing up have their place in the relief panel. */
const DIALOGS: Readonly<Record<string, ComponentType<CaseDialogProps>>> = {
  'accept-hand-over': AcceptHandOverDialog,
  assess: AssessDialog,
  'issue-notice': NoticeDialog,
  'record-survey': SurveyDialog,
  refer: SendReferralDialog,
  'hand-over': HandOverDialog,
  close: CloseCaseDialog,
  reopen: ReopenCaseDialog,
};

export function CaseActions({ file }: { readonly file: CaseDetail }) {
  const [act, setAct] = useState<string>();
  const Dialog = act === undefined ? undefined : DIALOGS[act];
  const handlers = Object.fromEntries(Object.keys(DIALOGS).map((name) => [name, () => setAct(name)]));
  return (
    <>
      <AvailableActions actions={file.availableActions} handlers={handlers} primary="accept-hand-over" />
      {Dialog === undefined ? null : <Dialog file={file} onClose={() => setAct(undefined)} />}
    </>
  );
}
