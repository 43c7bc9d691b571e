import type { UrgentReliefPanel } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { levelText } from './labels.ts';
import { text } from './text.ts';

/** What this household was given before, so that nobody asks twice for the same event. */
export function EarlierAid({ earlier }: Pick<UrgentReliefPanel, 'earlier'>) {
  const t = useText(text);
  const level = useText(levelText);
  const format = useFormat();
  if (earlier.length === 0) return null;
  return (
    <div>
      <h3 className="yc-subtitle">{t('earlier')}</h3>
      <ul className="yc-plain-list">
        {earlier.map((aid) => (
          <li key={aid.grantId}>
            <Money fen={aid.amountFen} strong />
            <span>{aid.eventWords}</span>
            <span className="yc-faint">
              {aid.paidAt === null ? t('notPaidYet') : format.moment(aid.paidAt)} · {aid.officeName} ·{' '}
              {level(aid.level)}
            </span>
            <span className="yc-number">{aid.caseNo}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
