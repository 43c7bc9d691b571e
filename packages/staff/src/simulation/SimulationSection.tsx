import type { ReleaseView, SimulatedPolicy } from '@yimen/contracts';
import { EmptyState, Notice, useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { CivilDateField } from '../platform/form/CivilDateField.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { formatCount } from '../platform/show/figures.ts';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { AddLever } from './AddLever.tsx';
import { Figures } from './Figures.tsx';
import { LeverField } from './LeverField.tsx';
import { text } from './text.ts';
import { type Levers, useLevers } from './use-levers.ts';
import { useSimulation } from './use-simulation.ts';
import { Waiting } from './Waiting.tsx';
import './simulation.css';

const SIMULATED: readonly ReleaseView['state'][] = ['draft', 'tested', 'scheduled'];

/** What a release would change for the register, in figures; sliders try other sums without touching the draft. */
export function SimulationSection({ release }: { readonly release: ReleaseView }) {
  const t = useText(text);
  const words = useWords();
  const [isStarted, setStarted] = useState(false);
  const [day, setDay] = useState<string | null>(null);
  const levers = useLevers();
  const on = day ?? release.effectiveOn;
  const { simulated, answer, error, isWorking, again } = useSimulation(release, {
    isStarted,
    on,
    factors: levers.factors,
  });
  if (!SIMULATED.includes(release.state)) return null;
  return (
    <Section id="simulation" title={t('title')}>
      <p className="yc-faint yz-intro">{t('intro')}</p>
      {error === null ? null : (
        <div className="yz-notice">
          <ProblemNotice problem={error} action={<Button onClick={again}>{t('again')}</Button>}>
            {error.fieldErrors.map(({ message }) => (
              <p key={message.en}>{words(message)}</p>
            ))}
          </ProblemNotice>
        </div>
      )}
      {isStarted ? null : (
        <Button type="primary" onClick={() => setStarted(true)}>
          {t('start')}
        </Button>
      )}
      {isStarted && error === null && simulated === undefined ? <Waiting answer={answer} /> : null}
      {simulated === undefined ? null : (
        <Simulated
          release={release}
          simulated={simulated}
          levers={levers}
          isWorking={isWorking}
          hasFigures={error === null}
          dayField={
            <CivilDateField
              aria-label={t('on')}
              value={on}
              min={release.effectiveOn}
              onChange={(date) => setDay(date)}
            />
          }
        />
      )}
    </Section>
  );
}

interface SimulatedProps {
  readonly release: ReleaseView;
  readonly simulated: SimulatedPolicy;
  readonly levers: Levers;
  readonly isWorking: boolean;
  /** Without them what was asked can still be changed. */
  readonly hasFigures: boolean;
  readonly dayField: React.ReactNode;
}

function Simulated({ release, simulated, levers, isWorking, hasFigures, dayField }: SimulatedProps) {
  const t = useText(text);
  const format = useFormat();
  const { total, unreadable } = simulated;
  const about = {
    when: format.moment(simulated.registerAt),
    count: formatCount(total.households),
  };
  return (
    <div aria-busy={isWorking}>
      <div className="yz-bar">
        <span className="yz-day">{dayField}</span>
        <span className="yc-faint">{t('registerAt', about)}</span>
        <span className="yc-faint yz-working">{isWorking ? t('working') : null}</span>
      </div>
      {unreadable === 0 ? null : (
        <div className="yz-notice">
          <Notice kind="warning" title={t('unreadable', { count: unreadable })}>
            {t('unreadableText')}
          </Notice>
        </div>
      )}
      {total.households === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <>
          <LeverList release={release} simulated={simulated} levers={levers} />
          {hasFigures ? <Figures simulated={simulated} /> : null}
        </>
      )}
    </div>
  );
}

function LeverList({ release, simulated, levers }: Pick<SimulatedProps, 'release' | 'simulated' | 'levers'>) {
  const t = useText(text);
  const { on } = simulated;
  return (
    <section className="yz-levers" aria-label={t('levers')}>
      <div className="yz-levers-head">
        <h3>{t('levers')}</h3>
        <span className="yc-faint">{t(simulated.levers.length === 0 ? 'noLevers' : 'leversHint')}</span>
      </div>
      {simulated.levers.map((lever) => (
        <LeverField key={`${lever.parameter} ${lever.area}`} lever={lever} levers={levers} />
      ))}
      <AddLever
        release={release}
        on={on}
        levers={simulated.levers}
        onAdd={({ fen, ...lever }) => levers.attempt(lever, fen)}
      />
    </section>
  );
}
