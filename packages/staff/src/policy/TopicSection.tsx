import { useText } from '@yimen/ui';
import type { ReactNode } from 'react';
import { text } from './text.ts';

interface TopicSectionProps {
  readonly title: string;
  readonly count: number;
  readonly search: string | undefined;
  readonly children: ReactNode;
}

/** Closed, the topics of a place fit on one screen; a search opens what it found. */
export function TopicSection({ title, count, search, children }: TopicSectionProps) {
  const t = useText(text);
  return (
    <details className="ys-section yp-topic" open={search !== undefined}>
      <summary>
        <h2 className="ys-section-title">{title}</h2>
        <span className="yc-faint">{t('topicCount', { count })}</span>
      </summary>
      <ul className="yp-list">{children}</ul>
    </details>
  );
}
