import type { GrantView } from '@yimen/contracts';
import { Money, useLanguage, useText, useWords } from '@yimen/ui';
import { ExplanationView } from '../assessment/ExplanationView.tsx';
import { paymentMethodText } from '../funds/labels.ts';
import { useFormat } from '../platform/show/format.ts';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { GrantActions } from './GrantActions.tsx';
import { GrantApprovals } from './GrantApprovals.tsx';
import { GrantPayments } from './GrantPayments.tsx';
import { grantStateText } from './labels.ts';
import { text } from './text.ts';

const TONES: Readonly<Record<GrantView['state'], Tone>> = {
  proposed: 'warning',
  approved: 'info',
  paid: 'good',
  refused: 'danger',
  cancelled: 'plain',
};

export function GrantCard({ grant }: { readonly grant: GrantView }) {
  const t = useText(text);
  const words = useWords();
  const state = useText(grantStateText);
  const method = useText(paymentMethodText);
  const format = useFormat();
  return (
    <li className="yr-grant" data-state={grant.state}>
      <div className="yr-grant-head">
        <span className="yr-grant-amount">
          <Money fen={grant.amountFen} strong />
        </span>
        <strong>{words(grant.levelLabel)}</strong>
        <ToneTag tone={TONES[grant.state]}>{state(grant.state)}</ToneTag>
        {grant.followUp ? <ToneTag tone="info">{t('followUp')}</ToneTag> : null}
        {grant.conferenceNeeded ? <ToneTag tone="info">{t('discussed')}</ToneTag> : null}
        {grant.overrideReason === null ? null : <ToneTag tone="danger">{t('override')}</ToneTag>}
      </div>
      <p>
        {grant.purpose} · {t('payTo', { name: grant.payeeName, method: method(grant.method) })}
      </p>
      <p className="yc-faint">
        {t('proposedBy', {
          by: `${grant.officeName} ${grant.proposedBy}`,
          when: format.shortMoment(grant.proposedAt),
        })}
      </p>
      {grant.newFact === null ? null : <p>{t('newFactIs', { fact: grant.newFact })}</p>}
      {grant.overrideReason === null ? null : <p>{t('overrideBecause', { reason: grant.overrideReason })}</p>}
      {grant.refusedReason === null ? null : <p>{t('refusedBecause', { reason: grant.refusedReason })}</p>}
      <KindItems grant={grant} />
      <GrantApprovals grant={grant} />
      <GrantPayments payments={grant.payments} />
      <GrantWhy grant={grant} />
      <GrantActions grant={grant} />
    </li>
  );
}

function KindItems({ grant }: { readonly grant: GrantView }) {
  const t = useText(text);
  if (grant.items.length === 0) return null;
  return (
    <ul className="yr-items">
      {grant.items.map((item) => (
        <li key={`${item.name}-${item.unit}`}>
          {t('itemLine', { name: item.name, quantity: item.quantity, unit: item.unit })} <Money fen={item.valueFen} />
        </li>
      ))}
    </ul>
  );
}

function GrantWhy({ grant }: { readonly grant: GrantView }) {
  const t = useText(text);
  const language = useLanguage();
  return (
    <details className="yr-why">
      <summary>{t('whyGrant')}</summary>
      <ul className="ya-sentences">
        {grant.sentences[language].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ExplanationView node={grant.explanation} label={t('whyGrant')} />
    </details>
  );
}
