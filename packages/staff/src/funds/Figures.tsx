import type { ReactNode } from 'react';
import type { Tone } from '../platform/show/ToneTag.tsx';
import './funds.css';

export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly tone?: Tone;
}

/** The few numbers a page is about, side by side. */
export function Figures({ items }: { readonly items: readonly Figure[] }) {
  return (
    <dl className="yf-figures">
      {items.map((item) => (
        <div key={item.key} className="yf-figure" data-tone={item.tone}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
