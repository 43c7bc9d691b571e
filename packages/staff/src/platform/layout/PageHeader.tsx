import { useText, useWords } from '@yimen/ui';
import type { ReactNode } from 'react';
import { text } from '../text.ts';
import { useCurrentPage } from '../use-page.ts';
import './layout.css';

export interface PageHeaderProps {
  /** The name of the record; by default the registered title of the page. */
  readonly title?: string;
  /** Tags behind the title: state, urgency. */
  readonly tags?: ReactNode;
  /** One quiet line below: number, place, responsible post. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** First thing on every page: its only h1, what it is about, what can be done. */
export function PageHeader({ title, tags, meta, actions, children }: PageHeaderProps) {
  const t = useText(text);
  const words = useWords();
  const page = useCurrentPage();
  const shown = title ?? (page === undefined ? '' : words(page.title));
  return (
    <div className="ys-page-header">
      <title>{`${shown} · ${t('product')}`}</title>
      <div className="ys-page-header-line">
        <div className="ys-page-header-title">
          <h1 tabIndex={-1}>{shown}</h1>
          {tags}
        </div>
        {actions === undefined ? null : (
          <div className="ys-actions" data-screen-only="">
            {actions}
          </div>
        )}
      </div>
      {meta === undefined ? null : <div className="ys-page-header-meta">{meta}</div>}
      {children}
    </div>
  );
}
