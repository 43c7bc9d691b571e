import type { CircumstanceView, HouseholdView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { CircumstanceDialog } from './dialogs/CircumstanceDialog.tsx';
import { circumstanceActText, circumstanceKindText, provenanceText } from './labels.ts';
import { text } from './text.ts';

export interface CircumstanceListProps {
  readonly household: HouseholdView;
  readonly mayWrite: boolean;
}

/** What holds now; what it replaced folds out below it. */
export function CircumstanceList({ household, mayWrite }: CircumstanceListProps) {
  const t = useText(text);
  const [change, setChange] = useState<{ of: CircumstanceView; act: 'correction' | 'succession' }>();
  const current = household.circumstances.filter((one) => one.current);
  const past = household.circumstances.filter((one) => !one.current);
  if (household.circumstances.length === 0) return <p className="yc-faint">{t('noCircumstances')}</p>;
  return (
    <>
      <ul className="yh-circumstances">
        {current.map((one) => (
          <li key={one.id} className="yh-circumstance">
            <CircumstanceLine circumstance={one} />
            {mayWrite ? (
              <div className="yh-circumstance-acts" data-screen-only="">
                <Button size="small" type="link" onClick={() => setChange({ of: one, act: 'correction' })}>
                  {t('correct')}
                </Button>
                <Button size="small" type="link" onClick={() => setChange({ of: one, act: 'succession' })}>
                  {t('changed')}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {past.length === 0 ? null : (
        <details className="yh-past">
          <summary>{t('pastCircumstances', { count: past.length })}</summary>
          <ul className="yh-circumstances">
            {past.map((one) => (
              <li key={one.id} className="yh-circumstance" data-past="">
                <CircumstanceLine circumstance={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {change === undefined ? null : (
        <CircumstanceDialog
          household={household}
          act={change.act}
          replaces={change.of}
          onClose={() => setChange(undefined)}
        />
      )}
    </>
  );
}

function CircumstanceLine({ circumstance }: { readonly circumstance: CircumstanceView }) {
  const t = useText(text);
  const kind = useText(circumstanceKindText);
  const provenance = useText(provenanceText);
  const act = useText(circumstanceActText);
  const format = useFormat();
  const source = [provenance(circumstance.provenance), circumstance.provenanceNote].filter(Boolean).join('：');
  return (
    <div className="yh-circumstance-body">
      <p>
        <ToneTag tone={circumstance.kind === 'event' ? 'warning' : 'plain'}>{kind(circumstance.kind)}</ToneTag>{' '}
        {circumstance.personName === null ? null : <strong>{circumstance.personName} </strong>}
        {circumstance.text} {circumstance.amountFen === null ? null : <Money fen={circumstance.amountFen} strong />}
      </p>
      <p className="yc-faint">
        {t('sourceOf', { source })}
        {circumstance.occurredOn === null
          ? ''
          : ` · ${t('occurredOn', { date: format.date(circumstance.occurredOn) })}`}
        {' · '}
        {t('recordedBy', { by: circumstance.recordedBy, when: format.shortMoment(circumstance.recordedAt) })}
        {circumstance.act === 'initial' ? '' : ` · ${act(circumstance.act)}`}
      </p>
    </div>
  );
}
