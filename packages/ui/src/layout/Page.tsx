import type { ReactNode } from 'react';
import './layout.css';

export interface PageProps {
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly back?: ReactNode;
  readonly children: ReactNode;
}

/** One readable column with one h1, which takes the focus when a journey moves to its next page. */
export function Page({ title, intro, back, children }: PageProps) {
  return (
    <div className="ym-page">
      {back === undefined ? null : <div className="ym-page-back">{back}</div>}
      <h1 className="ym-page-title" tabIndex={-1}>
        {title}
      </h1>
      {intro === undefined ? null : <p className="ym-page-intro">{intro}</p>}
      <div className="ym-stack ym-gap-3">{children}</div>
    </div>
  );
}
