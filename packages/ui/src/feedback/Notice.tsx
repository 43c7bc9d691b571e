import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import './feedback.css';

export interface NoticeProps {
  readonly kind?: 'info' | 'success' | 'warning' | 'danger';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Announces the notice when it appears after an act; leave it out for standing text. */
  readonly live?: boolean;
}

export function Notice({ kind = 'info', title, children, actions, live = false }: NoticeProps) {
  const liveRole = kind === 'danger' ? 'alert' : 'status';
  return (
    <div className={joinClasses('ym-notice', `ym-notice-${kind}`)} role={live ? liveRole : undefined}>
      {title === undefined ? null : <p className="ym-notice-title">{title}</p>}
      {children === undefined ? null : <div className="ym-notice-body">{children}</div>}
      {actions === undefined ? null : <div className="ym-notice-actions">{actions}</div>}
    </div>
  );
}
