import { correctRelation, type MemberFields } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { MemberDialogProps } from '../MemberMenu.tsx';
import { RelationFields } from '../RelationFields.tsx';
import { text } from '../text.ts';

type Values = Pick<MemberFields, 'relation' | 'supportRelation'>;

export function RelationDialog({ member, household, onClose }: MemberDialogProps) {
  const t = useText(text);
  const { relation, supportRelation } = member;
  return (
    <CommandDialog<typeof correctRelation, Values>
      route={correctRelation}
      title={t('relationOf', { name: member.name })}
      submitText={t('saveChange')}
      doneText={t('relationChanged')}
      initialValues={{ relation, supportRelation }}
      toInput={(values) => ({
        params: { id: household.id, personId: member.id },
        body: { ...values, expectedVersion: household.version },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('relationIntro')}</p>
      <RelationFields />
    </CommandDialog>
  );
}
