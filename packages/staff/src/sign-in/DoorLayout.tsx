import { DoorMark, useText } from '@yimen/ui';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../platform/layout/LanguageSwitch.tsx';
import { text } from '../platform/text.ts';
import './sign-in.css';

export interface DoorLayoutProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** The pages before the door: who we are on the left, one thing to do on the right. */
export function DoorLayout({ title, children }: DoorLayoutProps) {
  const t = useText(text);
  return (
    <div className="ys-door">
      <title>{`${t('product')} · ${t('productFull')}`}</title>
      <header className="ys-door-side">
        <DoorMark size={72} tone="light" />
        <p className="ys-door-name">{t('product')}</p>
        <p className="ys-door-full">{t('productFull')}</p>
        <p className="ys-door-motto">{t('motto')}</p>
      </header>
      <main className="ys-door-main">
        <div className="ys-door-language">
          <LanguageSwitch />
        </div>
        <div className="ys-door-form">
          <h1 tabIndex={-1}>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
