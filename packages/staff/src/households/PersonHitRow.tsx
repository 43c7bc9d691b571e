import type { PersonHit } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import type { ReactNode } from 'react';
import { usePlace } from '../intake/region-names.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { sexText } from './labels.ts';
import { text } from './text.ts';

const MATCHED = { 'id-number': 'matchedIdNumber', name: 'matchedName', phone: 'matchedPhone' } as const;

export function PersonHitRow({ hit, action }: { readonly hit: PersonHit; readonly action: ReactNode }) {
  const t = useText(text);
  const sex = useText(sexText);
  const place = usePlace();
  return (
    <li className="yh-hit">
      <div className="yh-hit-who">
        <strong>{hit.name}</strong>
        <span>{sex(hit.sex)}</span>
        {hit.age === null ? null : <span>{t('age', { age: hit.age })}</span>}
        <ToneTag tone={hit.matchedBy === 'id-number' ? 'good' : 'plain'}>{t(MATCHED[hit.matchedBy])}</ToneTag>
        {hit.openCaseNo === null ? null : <ToneTag tone="warning">{t('hasOpenCase', { no: hit.openCaseNo })}</ToneTag>}
      </div>
      <div className="yh-hit-facts">
        <span>{place(hit.regionName)}</span>
        {hit.headName === null ? null : <span>{t('inHousehold', { head: hit.headName })}</span>}
        <span className="yc-number">{hit.idNumberMasked ?? t('noIdNumber')}</span>
        {hit.phoneMasked === null ? null : <span className="yc-number">{hit.phoneMasked}</span>}
      </div>
      <div className="yh-hit-action">{action}</div>
    </li>
  );
}
