import { addMember, type HouseholdView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { PersonFieldset } from '../PersonFieldset.tsx';
import { type MemberValues, memberInput } from '../person-input.ts';
import { RelationFields } from '../RelationFields.tsx';
import { text } from '../text.ts';

export interface AddMemberDialogProps {
  readonly household: HouseholdView;
  readonly onClose: () => void;
}

export function AddMemberDialog({ household, onClose }: AddMemberDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof addMember, MemberValues>
      route={addMember}
      title={t('addMember')}
      submitText={t('addMember')}
      doneText={t('memberAdded')}
      width={720}
      initialValues={{ residenceRegionCode: household.regionCode }}
      toInput={(values) => ({
        params: { id: household.id },
        body: { ...memberInput(values), expectedVersion: household.version },
      })}
      onClose={onClose}
    >
      <RelationFields />
      <PersonFieldset placeNames={{ residence: household.regionName }} />
    </CommandDialog>
  );
}
