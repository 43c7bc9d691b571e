import { formatCount } from '../platform/show/figures.ts';

/** Noughts stand back, so that the eye finds what there is. */
export function CountCell({ count, isMove = false }: { readonly count: number; readonly isMove?: boolean }) {
  return (
    <td data-none={count === 0 ? '' : undefined} data-moved={isMove && count > 0 ? '' : undefined}>
      {formatCount(count)}
    </td>
  );
}
