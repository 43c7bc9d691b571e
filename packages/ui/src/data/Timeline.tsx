import type { ReactNode } from 'react';
import './data.css';

export interface TimelineEntry {
  readonly key: string;
  /** Shown text of the moment. */
  readonly when: ReactNode;
  /** ISO moment for machines. */
  readonly at: string;
  readonly title: ReactNode;
  readonly who?: ReactNode;
  readonly detail?: ReactNode;
  readonly tone?: 'plain' | 'good' | 'warning' | 'danger';
}

export interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  readonly label: string;
}

export function Timeline({ entries, label }: TimelineProps) {
  return (
    <ol className="ym-timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className="ym-timeline-entry" data-tone={entry.tone ?? 'plain'}>
          <div className="ym-timeline-title">{entry.title}</div>
          <div className="ym-timeline-meta">
            <time dateTime={entry.at}>{entry.when}</time>
            {entry.who === undefined ? null : <span>{entry.who}</span>}
          </div>
          {entry.detail === undefined ? null : <div className="ym-timeline-detail">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
