import type { ReactNode } from 'react';
import './data.css';

export interface Definition {
  readonly key: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

export interface DefinitionListProps {
  readonly items: readonly Definition[];
  readonly columns?: 1 | 2 | 3 | 4;
}

export function DefinitionList({ items, columns = 1 }: DefinitionListProps) {
  return (
    <dl className="ym-definitions" data-columns={columns}>
      {items.map((item) => (
        <div key={item.key} className="ym-definition" data-wide={item.wide ? '' : undefined}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
