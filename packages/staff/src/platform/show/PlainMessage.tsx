import { DoorMark } from '@yimen/ui';
import type { ReactNode } from 'react';
import './show.css';

export interface PlainMessageProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A page that has only one thing to say. */
export function PlainMessage({ title, children, action }: PlainMessageProps) {
  return (
    <div className="ys-plain">
      <DoorMark size={48} />
      <h1 tabIndex={-1}>{title}</h1>
      <div>{children}</div>
      {action}
    </div>
  );
}
