import { type HouseholdView, joinHousehold, type MemberFields, type PersonHit } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { RelationFields } from '../RelationFields.tsx';
import { text } from '../text.ts';

export interface JoinDialogProps {
  readonly household: HouseholdView;
  readonly hit: PersonHit;
  readonly onClose: () => void;
}

export function JoinDialog({ household, hit, onClose }: JoinDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof joinHousehold, Pick<MemberFields, 'relation' | 'supportRelation'>>
      route={joinHousehold}
      title={t('joinTitle', { name: hit.name, head: household.headName })}
      submitText={t('join')}
      doneText={t('memberAdded')}
      toInput={(values) => ({
        params: { id: household.id, personId: hit.personId },
        body: { ...values, expectedVersion: household.version },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('joinIntro')}</p>
      <RelationFields />
    </CommandDialog>
  );
}
