import { type CaseDetail, listOffices, type ProgrammeResult } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { SendReferralDialog } from '../referral/SendReferralDialog.tsx';
import { text } from './text.ts';

export interface ReferProgrammeProps {
  readonly file: CaseDetail;
  readonly programme: ProgrammeResult;
  readonly member: string | undefined;
}

/** One press from what another department decides to a referral that names its office and the matter. */
export function ReferProgramme({ file, programme, member }: ReferProgrammeProps) {
  const t = useText(text);
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { referTo, department, outcome } = programme;
  const mayRefer = file.availableActions.some((action) => action.act === 'refer' && action.blockedBy === null);
  const offices = useCall(
    listOffices,
    { query: { department: referTo ?? '', region: countyOf(file.placeRegionCode), limit: 10 } },
    { enabled: open },
  );
  if (!mayRefer || referTo === null || department === null || outcome === 'no') return null;
  const office = offices.data?.items.find(({ active }) => active);
  const about = {
    office: office && { id: office.id, name: office.name },
    need: t(member === undefined ? 'referNeed' : 'referNeedOf', {
      programme: words(programme.name),
      member: member ?? '',
    }),
  };
  const isReady = offices.data !== undefined || offices.error !== null;
  return (
    <p data-screen-only="">
      <Button size="small" loading={open && !isReady} onClick={() => setOpen(true)}>
        {t('refer', { department: words(department) })}
      </Button>
      {open && isReady ? <SendReferralDialog file={file} about={about} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

/** The first six digits are the county's. */
function countyOf(regionCode: string): string {
  return `${regionCode.slice(0, 6)}000000`;
}
