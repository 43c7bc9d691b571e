import { useText } from '@yimen/ui';
import { Button, Form } from 'antd';
import { PersonFieldset } from '../households/PersonFieldset.tsx';
import { RelationFields } from '../households/RelationFields.tsx';
import type { IntakeValues } from './intake-input.ts';
import { RegionField } from './RegionField.tsx';
import { text } from './text.ts';
import '../households/households.css';

export function MembersSection({ placeName }: { readonly placeName: string | undefined }) {
  const t = useText(text);
  const form = Form.useFormInstance<IntakeValues>();

  /** Members who had the old place, or none, move along. */
  function moveMembers(region: string | null): void {
    const members = form.getFieldValue(['household', 'members']) ?? [];
    const before = members[0]?.residenceRegionCode;
    form.setFieldValue(
      ['household', 'members'],
      members.map((member: { residenceRegionCode?: string }) =>
        !member.residenceRegionCode || member.residenceRegionCode === before
          ? { ...member, residenceRegionCode: region }
          : member,
      ),
    );
  }

  return (
    <>
      <div className="yh-fields yi-region">
        <Form.Item
          name={['household', 'regionCode']}
          label={t('householdRegion')}
          rules={[{ required: true, message: t('regionNeeded') }]}
        >
          <RegionField knownName={placeName} onChange={moveMembers} />
        </Form.Item>
      </div>
      <Form.List name={['household', 'members']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key} className="yi-member">
                <legend>{index === 0 ? t('headLegend') : t('memberLegend', { number: index + 1 })}</legend>
                <RelationFields path={[name]} />
                <PersonFieldset
                  path={[name]}
                  fullPath={['household', 'members', name]}
                  {...(placeName === undefined ? {} : { placeNames: { residence: placeName } })}
                />
                {fields.length === 1 ? null : (
                  <Button type="link" danger onClick={() => remove(name)}>
                    {t('removeMember', { number: index + 1 })}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button
              type="dashed"
              disabled={fields.length >= 20}
              onClick={() =>
                add({
                  sex: 'unknown',
                  supportRelation: 'none',
                  residenceRegionCode: form.getFieldValue(['household', 'regionCode']),
                })
              }
            >
              {t('addMember')}
            </Button>
          </>
        )}
      </Form.List>
    </>
  );
}
