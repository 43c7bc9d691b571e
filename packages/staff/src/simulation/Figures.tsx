import type { SimulatedPolicy } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { DistributionChart } from './DistributionChart.tsx';
import { CostTable, Headline, LostNotice } from './Headline.tsx';
import { MovesTable } from './MovesTable.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import { ProgrammeTable } from './ProgrammeTable.tsx';
import { text } from './text.ts';

/** What it comes to: for everybody, by programme, by class and by place. */
export function Figures({ simulated }: { readonly simulated: SimulatedPolicy }) {
  const t = useText(text);
  const { total, places, programmes } = simulated;
  return (
    <>
      <Headline total={total} />
      <LostNotice programmes={programmes} />
      <h3 className="yz-title">{t('cost')}</h3>
      <CostTable total={total} />
      <p className="yc-faint yz-note">{t('exclusion')}</p>
      <h3 className="yz-title">{t('programmes')}</h3>
      <ProgrammeTable programmes={programmes} />
      <div className="yz-two">
        <div>
          <h3 className="yz-title">{t('distribution')}</h3>
          <DistributionChart distributions={simulated.distributions} programmes={programmes} />
        </div>
        <div>
          <h3 className="yz-title">{t('moves')}</h3>
          <MovesTable classes={simulated.classes} moves={simulated.moves} />
        </div>
      </div>
      <h3 className="yz-title">{t('places')}</h3>
      <PlaceTable places={places} total={total} />
    </>
  );
}
