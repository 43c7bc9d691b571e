import type { ReactNode } from 'react';
import './section.css';

export interface SectionProps {
  /** Of the section itself, so that links can lead to it; its title carries the id with `-title`. */
  readonly id: string;
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One titled part of a page. */
export function Section({ id, title, actions, children }: SectionProps) {
  return (
    <section className="ys-section" id={id} aria-labelledby={`${id}-title`}>
      <div className="ys-section-head">
        <h2 className="ys-section-title" id={`${id}-title`}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
