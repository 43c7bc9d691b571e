import type { HouseholdView, MemberView } from '@yimen/contracts';
import { DefinitionList, useText } from '@yimen/ui';
import { isSameCounty, usePlace } from '../intake/region-names.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { relationText, sexText, supportRelationText } from './labels.ts';
import { MemberMenu } from './MemberMenu.tsx';
import { SensitiveValue } from './SensitiveValue.tsx';
import { text } from './text.ts';

export interface MemberCardProps {
  readonly member: MemberView;
  readonly household: HouseholdView;
  readonly mayWrite: boolean;
}

export function MemberCard({ member, household, mayWrite }: MemberCardProps) {
  const t = useText(text);
  const relation = useText(relationText);
  const sex = useText(sexText);
  const support = useText(supportRelationText);
  const place = usePlace();
  const isElsewhere = member.hukouRegionCode !== null && !isSameCounty(member.hukouRegionCode, household.regionCode);
  const facts = [
    { key: 'id', term: t('idNumber'), field: 'idNumber', masked: member.idNumberMasked },
    { key: 'phone', term: t('phone'), field: 'phone', masked: member.phoneMasked },
    { key: 'account', term: t('payeeAccount'), field: 'payeeAccount', masked: member.payeeAccountMasked },
  ] as const;
  return (
    <li className="yh-member">
      <div className="yh-member-head">
        <strong>{member.name}</strong>
        <span>{relation(member.relation)}</span>
        <span>{sex(member.sex)}</span>
        {member.age === null ? null : <span>{t('age', { age: member.age })}</span>}
        {isElsewhere ? <ToneTag tone="warning">{t('hukouElsewhere')}</ToneTag> : null}
        {mayWrite ? <MemberMenu member={member} household={household} /> : null}
      </div>
      <DefinitionList
        columns={3}
        items={[
          ...facts.map(({ key, term, field, masked }) => ({
            key,
            term,
            value: <SensitiveValue person={member} field={field} masked={masked} />,
          })),
          {
            key: 'hukou',
            term: t('hukou'),
            value: member.hukouPlace === null ? t('notKnown') : place(member.hukouPlace, member.hukouRegionCode),
          },
          {
            key: 'residence',
            term: t('residence'),
            value: (
              <>
                {place(member.residencePlace, member.residenceRegionCode)}{' '}
                {member.hasAddress ? <SensitiveValue person={member} field="address" masked="" /> : null}
              </>
            ),
          },
          { key: 'support', term: t('supportRelation'), value: support(member.supportRelation) },
        ]}
      />
    </li>
  );
}
