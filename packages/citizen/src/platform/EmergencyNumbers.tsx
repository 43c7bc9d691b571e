import { buttonClass, Notice, useText } from '@yimen/ui';
import type { ReactNode } from 'react';
import { PHONES, text } from './text.ts';
import './emergency.css';

const KINDS = ['medical', 'fire', 'police'] as const;

/** A life in danger is not ours to wait for: the numbers to call first, one touch each. */
export function EmergencyNumbers({ children }: { readonly children?: ReactNode }) {
  const t = useText(text);
  return (
    <Notice kind="warning" title={t('dangerTitle')}>
      <div className="yc-emergency">
        {KINDS.map((kind) => (
          <a key={kind} className={buttonClass({ kind: 'secondary' })} href={`tel:${PHONES[kind]}`}>
            <span>{t(kind)}</span> <span className="yc-emergency-number">{PHONES[kind]}</span>
          </a>
        ))}
      </div>
      {children === undefined ? null : <p className="yc-emergency-after">{children}</p>}
    </Notice>
  );
}
