import { type ReactNode, useId } from 'react';
import { joinClasses } from '../join-classes.ts';
import './layout.css';

export interface CardProps {
  readonly title?: ReactNode;
  readonly headingLevel?: 2 | 3;
  readonly actions?: ReactNode;
  readonly tone?: 'plain' | 'accent';
  readonly children: ReactNode;
}

export function Card({ title, headingLevel = 2, actions, tone = 'plain', children }: CardProps) {
  const titleId = useId();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  if (title === undefined) return <div className={joinClasses('ym-card', `ym-card-${tone}`)}>{children}</div>;
  return (
    <section className={joinClasses('ym-card', `ym-card-${tone}`)} aria-labelledby={titleId}>
      <div className="ym-card-head">
        <Heading className="ym-card-title" id={titleId}>
          {title}
        </Heading>
        {actions}
      </div>
      {children}
    </section>
  );
}
