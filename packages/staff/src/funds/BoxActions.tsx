import { confirmCount, countPettyCash, issuePettyCash, requestReplenishment } from '@yimen/contracts';
import { type ComponentType, useState } from 'react';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { ConfirmCountDialog } from './dialogs/ConfirmCountDialog.tsx';
import { CountDialog } from './dialogs/CountDialog.tsx';
import { IssueDialog } from './dialogs/IssueDialog.tsx';
import { RequestDialog } from './dialogs/RequestDialog.tsx';
import type { Box } from './PettyCashPage.tsx';

export interface BoxDialogProps {
  readonly box: Box;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<string, ComponentType<BoxDialogProps>>> = {
  [requestReplenishment.id]: RequestDialog,
  [issuePettyCash.id]: IssueDialog,
  [countPettyCash.id]: CountDialog,
  [confirmCount.id]: ConfirmCountDialog,
};

export function BoxActions({ box }: { readonly box: Box }) {
  const [act, setAct] = useState<string>();
  const Dialog = act === undefined ? undefined : DIALOGS[act];
  const offered = box.account.availableActions;
  // What waits for this person comes first: a count to confirm, then an open request to answer.
  const primary = [confirmCount.id, issuePettyCash.id, requestReplenishment.id, countPettyCash.id].find((id) =>
    offered.some((action) => action.act === id && action.blockedBy === null),
  );
  return (
    <>
      <AvailableActions
        actions={offered}
        handlers={Object.fromEntries(Object.keys(DIALOGS).map((name) => [name, () => setAct(name)]))}
        {...(primary === undefined ? {} : { primary })}
      />
      {Dialog === undefined ? null : <Dialog box={box} onClose={() => setAct(undefined)} />}
    </>
  );
}
