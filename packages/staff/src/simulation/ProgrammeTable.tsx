import type { SimulatedProgramme } from '@yimen/contracts';
import { formatFen, useText, useWords } from '@yimen/ui';
import { formatCount, formatDifference } from '../platform/show/figures.ts';
import { CountCell } from './CountCell.tsx';
import { text } from './text.ts';
import { WideTable } from './WideTable.tsx';

/** Each programme that changes, with its own unit and its own way of paying. */
export function ProgrammeTable({ programmes }: { readonly programmes: readonly SimulatedProgramme[] }) {
  const t = useText(text);
  const words = useWords();
  const changed = programmes.filter(isChanged);
  const same = programmes.filter((one) => !isChanged(one));
  const unpriced = same.filter((one) => one.unpriced > 0).map(({ name }) => words(name));
  const count = same.length;
  return (
    <>
      {changed.length === 0 ? null : (
        <WideTable label={t('programmes')}>
          <thead>
            <tr>
              <th scope="col">{t('programme')}</th>
              <th scope="col">{t('programmeStaying')}</th>
              <th scope="col">{t('programmeEntering')}</th>
              <th scope="col">{t('programmeLeaving')}</th>
              <th scope="col">{t('gaining')}</th>
              <th scope="col">{t('losing')}</th>
              <th scope="col">{t('amountBefore')}</th>
              <th scope="col">{t('amountAfter')}</th>
              <th scope="col">{t('difference')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((programme) => (
              <ProgrammeRow key={programme.programme} programme={programme} />
            ))}
          </tbody>
        </WideTable>
      )}
      {count === 0 ? null : (
        <p className="yc-faint yz-note">
          {unpriced.length === 0
            ? t('allSame', { count })
            : t('samePriced', { count, names: unpriced.join(t('comma')) })}
        </p>
      )}
    </>
  );
}

const PER = { day: 'perOnce', month: 'perMonth', year: 'perYear', incident: 'perOnce' } as const;

function ProgrammeRow({ programme }: { readonly programme: SimulatedProgramme }) {
  const t = useText(text);
  const words = useWords();
  const { name, on, per, before, after, unpriced, becomingKnown, becomingUnknown } = programme;
  const hasAmount = before !== 0 || after !== 0;
  const notes = [
    ...(hasAmount ? [t(per === null ? 'perOnce' : PER[per])] : []),
    ...(becomingKnown === 0 ? [] : [`${t('programmeKnown')} ${formatCount(becomingKnown)}`]),
    ...(becomingUnknown === 0 ? [] : [`${t('programmeUnknown')} ${formatCount(becomingUnknown)}`]),
    ...(unpriced === 0 ? [] : [t('unpriced', { count: formatCount(unpriced) })]),
  ];
  return (
    <tr>
      <th scope="row">
        {words(name)}
        <span className="yc-faint yz-under">{[t(on), ...notes].join(' · ')}</span>
      </th>
      <CountCell count={programme.staying} />
      <CountCell count={programme.entering} />
      <CountCell count={programme.leaving} />
      <CountCell count={programme.gaining} />
      <CountCell count={programme.losing} />
      {hasAmount ? (
        <>
          <td>{formatFen(before)}</td>
          <td>{formatFen(after)}</td>
          <td>{formatDifference(before, after)}</td>
        </>
      ) : (
        <td colSpan={3} className="yc-faint">
          {t(unpriced > 0 ? 'amountUnknown' : 'noAmount')}
        </td>
      )}
    </tr>
  );
}

function isChanged(one: SimulatedProgramme): boolean {
  const { entering, leaving, gaining, losing, becomingKnown, becomingUnknown, before, after } = one;
  return entering + leaving + gaining + losing + becomingKnown + becomingUnknown > 0 || before !== after;
}
