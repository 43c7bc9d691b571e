import { Link } from '@tanstack/react-router';
import type { HouseholdView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../platform/session/use-me.ts';
import { CircumstanceList } from './CircumstanceList.tsx';
import { AddMemberDialog } from './dialogs/AddMemberDialog.tsx';
import { CircumstanceDialog } from './dialogs/CircumstanceDialog.tsx';
import { MemberCard } from './MemberCard.tsx';
import { text } from './text.ts';
import './households.css';

export interface HouseholdSectionProps {
  readonly household: HouseholdView;
  /** Leads from a case to the page of the household. */
  readonly linked?: boolean;
}

/** Members and circumstances; on the household page and in every case file. */
export function HouseholdSection({ household, linked = false }: HouseholdSectionProps) {
  const t = useText(text);
  const mayWrite = useMe().permissions.includes('household.write');
  const [dialog, setDialog] = useState<'member' | 'circumstance'>();
  return (
    <div>
      <div className="yc-subhead">
        <h3>{t('members')}</h3>
        {linked ? (
          <Link to={`/households/${household.id}` as string} className="yh-page-link" data-screen-only="">
            {t('openHousehold')}
          </Link>
        ) : null}
        {mayWrite ? (
          <Button size="small" data-screen-only="" onClick={() => setDialog('member')}>
            {t('addMember')}
          </Button>
        ) : null}
      </div>
      <ul className="yh-members">
        {household.members.map((member) => (
          <MemberCard key={member.id} member={member} household={household} mayWrite={mayWrite} />
        ))}
      </ul>
      <div className="yc-subhead">
        <h3>{t('circumstances')}</h3>
        {mayWrite ? (
          <Button size="small" data-screen-only="" onClick={() => setDialog('circumstance')}>
            {t('addCircumstance')}
          </Button>
        ) : null}
      </div>
      <CircumstanceList household={household} mayWrite={mayWrite} />
      {dialog === 'member' ? <AddMemberDialog household={household} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'circumstance' ? (
        <CircumstanceDialog household={household} act="initial" onClose={() => setDialog(undefined)} />
      ) : null}
    </div>
  );
}
