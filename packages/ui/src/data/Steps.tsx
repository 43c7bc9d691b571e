import type { ReactNode } from 'react';
import './data.css';

export interface Step {
  readonly key: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly state: 'done' | 'now' | 'later';
}

export interface StepsProps {
  readonly steps: readonly Step[];
  readonly label: string;
  /** Spoken after a finished step, such as 已完成. */
  readonly doneText: string;
  readonly direction?: 'down' | 'across';
}

export function Steps({ steps, label, doneText, direction = 'down' }: StepsProps) {
  return (
    <ol className={`ym-steps ym-steps-${direction}`} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className="ym-step"
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="ym-step-mark" aria-hidden="true">
            {step.state === 'done' ? '✓' : index + 1}
          </span>
          <span className="ym-step-text">
            <span className="ym-step-title">
              {step.title}
              {step.state === 'done' ? <span className="ym-visually-hidden">{doneText}</span> : null}
            </span>
            {step.detail === undefined ? null : <span className="ym-step-detail">{step.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
