import { addMember, type HouseholdView, type PersonHit } from '@yimen/contracts';
import { isProblem, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { PersonFieldset } from '../PersonFieldset.tsx';
import { type MemberValues, memberInput } from '../person-input.ts';
import { RelationFields } from '../RelationFields.tsx';
import { text } from '../text.ts';
import { FindMemberDialog } from './FindMemberDialog.tsx';
import { JoinDialog } from './JoinDialog.tsx';

export interface AddMemberDialogProps {
  readonly household: HouseholdView;
  readonly onClose: () => void;
}

/** Somebody new to the register, or who is on record and joins. */
export function AddMemberDialog({ household, onClose }: AddMemberDialogProps) {
  const [way, setWay] = useState<'new' | 'find' | PersonHit>('new');
  if (way === 'new') return <NewMemberDialog household={household} onFind={() => setWay('find')} onClose={onClose} />;
  if (way === 'find') return <FindMemberDialog onChoose={setWay} onClose={onClose} />;
  return <JoinDialog household={household} hit={way} onClose={onClose} />;
}

function NewMemberDialog({ household, onFind, onClose }: AddMemberDialogProps & { readonly onFind: () => void }) {
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
      showFacts={(problem) =>
        isProblem(problem, 'PERSON_EXISTS') ? <Button onClick={onFind}>{t('findMember')}</Button> : null
      }
      onClose={onClose}
    >
      <p className="yc-dialog-intro">
        {t('addMemberIntro')}{' '}
        <Button type="link" className="yh-inline-button" onClick={onFind}>
          {t('findMember')}
        </Button>
      </p>
      <RelationFields />
      <PersonFieldset placeNames={{ residence: household.regionName }} />
    </CommandDialog>
  );
}
