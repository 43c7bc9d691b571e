import type { ReleaseView, SimulatedPolicy, SimulationAnswer } from '@yimen/contracts';
import { EmptyState, Notice, useText, useWords } from '@yimen/ui';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { CivilDateField } from '../platform/form/CivilDateField.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { formatCount } from '../platform/show/figures.ts';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { AddLever } from './AddLever.tsx';
import { DistributionChart } from './DistributionChart.tsx';
import { CostTable, Headline } from './Headline.tsx';
import { LeverField } from './LeverField.tsx';
import { MovesTable } from './MovesTable.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import { ProgrammeTable } from './ProgrammeTable.tsx';
import { text } from './text.ts';
import { type Levers, useLevers } from './use-levers.ts';
import { useSimulation } from './use-simulation.ts';
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
      <ProblemNotice problem={error} action={<Button onClick={again}>{t('again')}</Button>}>
        {error?.fieldErrors.map(({ message }) => (
          <p key={message.en}>{words(message)}</p>
        ))}
      </ProblemNotice>
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

/** The register is read once; then everybody is computed for the first time. */
function Waiting({ answer }: { readonly answer: SimulationAnswer | undefined }) {
  const t = useText(text);
  const { done, of } = answer?.state === 'reading' ? answer : { done: 0, of: 0 };
  const isReading = answer?.state !== 'computing';
  return (
    <div className="yz-reading" role="status">
      <p>{t(isReading ? 'reading' : 'working')}</p>
      <Progress
        percent={isReading ? Math.floor((done / Math.max(1, of)) * 100) : 100}
        status="active"
        aria-label={t(isReading ? 'reading' : 'working')}
      />
      <p className="yc-faint yc-number">
        {of === 0 ? null : t('readingCount', { done: formatCount(done), of: formatCount(of) })}
      </p>
    </div>
  );
}

interface SimulatedProps {
  readonly release: ReleaseView;
  readonly simulated: SimulatedPolicy;
  readonly levers: Levers;
  readonly isWorking: boolean;
  readonly dayField: React.ReactNode;
}

function Simulated({ release, simulated, levers, isWorking, dayField }: SimulatedProps) {
  const t = useText(text);
  const format = useFormat();
  const { total, places, programmes, unreadable } = simulated;
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
          <Headline total={total} />
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
