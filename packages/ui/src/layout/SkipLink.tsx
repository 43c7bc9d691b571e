import type { ReactNode } from 'react';
import './layout.css';

export interface SkipLinkProps {
  readonly targetId: string;
  readonly children: ReactNode;
}

/** First stop of the Tab key: jumps over header and navigation. */
export function SkipLink({ targetId, children }: SkipLinkProps) {
  return (
    <a className="ym-skip-link" href={`#${targetId}`} data-screen-only="">
      {children}
    </a>
  );
}
