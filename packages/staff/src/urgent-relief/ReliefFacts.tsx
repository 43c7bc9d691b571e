import type { LadderLevel } from '@yimen/contracts';
import { DefinitionList, type Problem, Money, useText } from '@yimen/ui';
import type { ReactNode } from 'react';
import { useFormat } from '../platform/show/format.ts';
import { levelText } from './labels.ts';
import { text } from './text.ts';

/** The figures a refusal rests on, as the server sent them; what it did not send is not shown. */
export function ReliefFacts({ problem }: { readonly problem: Problem }) {
  const t = useText(text);
  const level = useText(levelText);
  const format = useFormat();
  const { facts } = problem;
  const rows: [string, ReactNode][] = [
    [t('factCase'), textOf(facts['caseNo'])],
    [t('factEvent'), textOf(facts['eventWords'])],
    [t('factPaid'), moneyOf(facts['paidFen'] ?? facts['amountFen'])],
    [t('factPaidOn'), dateOf(facts['paidOn'], format)],
    [t('factOffice'), textOf(facts['officeName'])],
    [t('factCap'), moneyOf(facts['violatedCapFen'] ?? facts['capFen'])],
    [t('factGranted'), moneyOf(facts['grantedFen'])],
    [t('factRoom'), moneyOf(facts['roomFen'])],
    [t('factOpenLevel'), isLevel(facts['openLevel']) ? level(facts['openLevel']) : undefined],
    [t('factOpenRoom'), moneyOf(facts['openRoomFen'])],
    [t('factBalance'), moneyOf(facts['balanceFen'] ?? facts['availableFen'])],
  ];
  const shown = rows.filter(([, value]) => value !== undefined);
  if (shown.length === 0) return null;
  return (
    <div className="yr-facts">
      <DefinitionList columns={3} items={shown.map(([term, value]) => ({ key: term, term, value }))} />
    </div>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function moneyOf(value: unknown): ReactNode {
  return typeof value === 'number' && Number.isSafeInteger(value) ? <Money fen={value} strong /> : undefined;
}

function dateOf(value: unknown, format: ReturnType<typeof useFormat>): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? format.date(value) : undefined;
}

function isLevel(value: unknown): value is LadderLevel {
  return value === 'village' || value === 'township' || value === 'county';
}
