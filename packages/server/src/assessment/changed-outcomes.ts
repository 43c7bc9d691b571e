import type { Change, Words } from '@yimen/contracts';
import { findProgramme, formatValue, type Language, type ProgrammeOutcome } from '@yimen/rules';
import { changeWords, whoseLabel } from './change-words.ts';
import type { WithMembers } from './changed-facts.ts';
import type { KeptRecord } from './store.ts';

type Kept = WithMembers & { readonly kept?: KeptRecord | undefined };

/** Programmes that came out otherwise, or with another amount. */
export function changedOutcomes(before: Kept, after: Kept): Change[] {
  const [was, is] = [outcomesIn(before), outcomesIn(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const one = now ?? old;
    if (!one || (old && now && old.words.zh === now.words.zh)) return [];
    return [changeWords(one.what, old?.words ?? null, now?.words ?? null)];
  });
}

type Told = { readonly what: Words; readonly words: Words };

function outcomesIn({ stored, determined, kept }: Kept): ReadonlyMap<string, Told> {
  return new Map(
    (kept?.record.outcomes ?? []).map((one) => {
      const member = one.on === 'person' ? stored.members[one.index] : undefined;
      const name = findProgramme(determined.policy, one.programme)?.name ?? { zh: one.programme, en: one.programme };
      const per = perOf(determined, one.programme);
      const words = { zh: outcomeWords(one, per, 'zh'), en: outcomeWords(one, per, 'en') };
      const key = `${one.programme} ${one.on} ${member?.personId ?? one.index}`;
      return [key, { what: whoseLabel(name, member?.name), words }];
    }),
  );
}

function perOf({ rules }: WithMembers['determined'], programme: string) {
  const amount = rules.determinations.find((one) => one.programme === programme)?.amount;
  return (amount && rules.catalogue.entries.get(amount)?.per) || null;
}

function outcomeWords(
  { outcome, amount }: ProgrammeOutcome,
  per: ReturnType<typeof perOf>,
  language: Language,
): string {
  const said = OUTCOME[outcome][language];
  if (outcome !== 'yes' || amount === null) return said;
  const money = formatValue({ value: amount, unit: 'fen', per }, language);
  return language === 'zh' ? `${said}，${money}` : `${said}, ${money}`;
}

const OUTCOME: Readonly<Record<ProgrammeOutcome['outcome'], Words>> = {
  yes: { zh: '符合', en: 'met' },
  no: { zh: '不符合', en: 'not met' },
  unknown: { zh: '尚不能确定', en: 'not yet known' },
};
