import { buttonClass } from '@yimen/ui';
import type { ReactNode } from 'react';
import { PhoneIcon } from './icons.tsx';
import './call-link.css';

export interface CallLinkProps {
  readonly phone: string;
  /** Whose phone this is; read before the number. */
  readonly label?: ReactNode;
  readonly kind?: 'primary' | 'secondary';
  readonly block?: boolean;
}

/** A number that rings at a touch; on paper it stays readable. */
export function CallLink({ phone, label, kind = 'secondary', block = false }: CallLinkProps) {
  return (
    <a className={`${buttonClass({ kind, block })} yc-call`} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      <PhoneIcon />
      <span className="yc-call-words">
        {label === undefined ? null : <span>{label}</span>}
        <span className="yc-call-number">{phone}</span>
      </span>
    </a>
  );
}
