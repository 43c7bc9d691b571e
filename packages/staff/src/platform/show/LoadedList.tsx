import { Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { LongList } from '../call/use-pages-of.ts';
import { text } from '../text.ts';
import { ProblemNotice } from './ProblemNotice.tsx';

export interface LoadedListProps {
  readonly list: LongList<unknown>;
  /** Stands for the rows, or with `card` for the cards, until they are there. */
  readonly lines: number;
  readonly shape?: 'card';
  /** Where there is nothing, and nothing more to come. */
  readonly empty: ReactNode;
  /** Otherwise than by its items: where some of them are not shown. */
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
}

/** A list of `usePagesOf` in its loading, failed and empty states; its children once there is something. */
export function LoadedList({ list, lines, shape, empty, isEmpty, children }: LoadedListProps) {
  const t = useText(text);
  if (list.isPending) return <Skeleton label={t('loading')} lines={lines} {...(shape ? { shape } : {})} />;
  if (list.error !== null) {
    return <ProblemNotice problem={list.error} action={<Button onClick={list.reload}>{t('reload')}</Button>} />;
  }
  return (isEmpty ?? list.items.length === 0) ? empty : children;
}
