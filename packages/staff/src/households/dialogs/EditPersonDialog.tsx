import { updatePerson } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { sexText } from '../labels.ts';
import type { MemberDialogProps } from '../MemberMenu.tsx';
import { PersonFieldset } from '../PersonFieldset.tsx';
import { type PersonValues, personInput } from '../person-input.ts';
import { text } from '../text.ts';

/** Masked fields come empty and are sent only when something was typed. */
export function EditPersonDialog({ member, onClose }: MemberDialogProps) {
  const t = useText(text);
  const sex = useText(sexText);
  return (
    <CommandDialog<typeof updatePerson, PersonValues>
      route={updatePerson}
      title={t('editPersonOf', { name: member.name })}
      submitText={t('saveChange')}
      doneText={t('personChanged')}
      width={720}
      fieldValueText={(field, value) => (field === 'sex' && isSex(value) ? sex(value) : undefined)}
      fieldLabels={{ name: t('name'), sex: t('sex'), birthDate: t('birthDate') }}
      initialValues={{
        name: member.name,
        sex: member.sex,
        birthDate: member.birthDate,
        hukouRegionCode: member.hukouRegionCode,
        residenceRegionCode: member.residenceRegionCode,
      }}
      toInput={(values) => {
        const { idNumber, phone, address, ...open } = personInput(values);
        const typed = Object.entries({ idNumber, phone, address }).filter(([, value]) => value !== null);
        return {
          params: { id: member.id },
          body: { ...open, ...Object.fromEntries(typed), expectedVersion: member.version },
        };
      }}
      onClose={onClose}
    >
      <PersonFieldset isCorrection placeNames={{ hukou: member.hukouPlace, residence: member.residencePlace }} />
    </CommandDialog>
  );
}

function isSex(value: unknown): value is keyof typeof sexText.zh {
  return typeof value === 'string' && value in sexText.zh;
}
