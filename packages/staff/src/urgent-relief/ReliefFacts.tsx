import type { LadderLevel } from '@yimen/contracts';
import { DefinitionList, Money, type Problem, useText } from '@yimen/ui';
import type { ReactNode } from 'react';
import { useFormat } from '../platform/show/format.ts';
import { levelText } from './labels.ts';
import { text } from './text.ts';

interface Earlier {
  readonly grantId: string;
  readonly caseNo?: string;
  readonly amountFen: number;
  readonly officeName: string;
  readonly paidOn: string | null;
}

/** The figures a refusal rests on, as the server sent them; what it did not send is not shown. */
export function ReliefFacts({ problem }: { readonly problem: Problem }) {
  const t = useText(text);
  const level = useText(levelText);
  const format = useFormat();
  const { facts } = problem;
  const rows: [string, ReactNode][] = [
    [t('factCap'), moneyOf(facts['violatedCapFen'] ?? facts['capFen'])],
    [t('factAgreed'), moneyOf(facts['agreedFen'])],
    [t('factGranted'), moneyOf(facts['grantedFen'])],
    [t('factRoom'), moneyOf(facts['roomFen'])],
    [t('factOpenLevel'), isLevel(facts['openLevel']) ? level(facts['openLevel']) : undefined],
    [t('factOpenRoom'), moneyOf(facts['openRoomFen'])],
    [t('factBalance'), moneyOf(facts['balanceFen'] ?? facts['availableFen'])],
  ];
  const shown = rows.filter(([, value]) => value !== undefined);
  const earlier = Array.isArray(facts['earlier']) ? (facts['earlier'] as Earlier[]) : []; // facts of a repeated aid
  return (
    <div className="yr-facts">
      <DefinitionList columns={3} items={shown.map(([term, value]) => ({ key: term, term, value }))} />
      {earlier.map((aid) => (
        <p key={aid.grantId}>
          {t('factEarlier')} <Money fen={aid.amountFen} strong /> · {aid.officeName}
          {aid.paidOn === null ? '' : ` · ${format.date(aid.paidOn)}`} <span className="yc-number">{aid.caseNo}</span>
        </p>
      ))}
    </div>
  );
}

function moneyOf(value: unknown): ReactNode {
  return typeof value === 'number' && Number.isSafeInteger(value) ? <Money fen={value} strong /> : undefined;
}

function isLevel(value: unknown): value is LadderLevel {
  return value === 'village' || value === 'township' || value === 'county';
}
