import type { SimulatedPolicy } from '@yimen/contracts';
import { Histogram, useText, useWords } from '@yimen/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { formatYuan, lastBarOf } from './bars.ts';
import { text } from './text.ts';

/** How the monthly amounts of one programme are spread, without and with the release. */
export function DistributionChart({
  distributions,
  programmes,
}: Pick<SimulatedPolicy, 'distributions' | 'programmes'>) {
  const t = useText(text);
  const words = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const drawn = distributions.filter(({ before, after }) => [...before, ...after].some((count) => count > 0));
  const shown = drawn.find(({ programme }) => programme === chosen) ?? drawn[0];
  if (shown === undefined) return <p>{t('noDistribution')}</p>;
  const last = lastBarOf(shown);
  const bars = Array.from({ length: last + 1 }, (_, index) => {
    const [from, to] = [formatYuan(index * shown.stepFen), formatYuan((index + 1) * shown.stepFen)];
    // The last of all takes what is beyond.
    const isOpen = index === shown.after.length - 1;
    return { start: from, range: isOpen ? t('rangeMore', { from }) : t('rangeFrom', { from, to }) };
  });
  const programmeOf = (id: string) => programmes.find(({ programme }) => programme === id);
  const nameOf = (id: string) => words(programmeOf(id)?.name ?? { zh: id, en: id });
  return (
    <>
      {drawn.length < 2 ? null : (
        <Select
          className="yz-choose"
          aria-label={t('chosenProgramme')}
          value={shown.programme}
          options={drawn.map(({ programme }) => ({ value: programme, label: nameOf(programme) }))}
          onChange={setChosen}
        />
      )}
      <Histogram
        label={t('distributionOf', { name: nameOf(shown.programme) })}
        before={{ name: t('before'), counts: shown.before }}
        after={{ name: t('after'), counts: shown.after }}
        bars={bars}
        rangeTitle={t('range')}
        countTitle={t(programmeOf(shown.programme)?.on ?? 'household')}
        tableTitle={t('asTable')}
      />
    </>
  );
}
