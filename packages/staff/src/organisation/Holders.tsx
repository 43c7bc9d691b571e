import type { Post } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { text } from './text.ts';

export interface HoldersProps {
  readonly post: Post;
  readonly kind: 'A' | 'B';
}

/** Who holds the post, since when, and until when they are away. */
export function Holders({ post, kind }: HoldersProps) {
  const t = useText(text);
  const format = useFormat();
  const holders = post.holders.filter((holder) => holder.kind === kind);
  if (holders.length === 0) {
    return kind === 'A' && post.active ? <ToneTag tone="warning">{t('vacant')}</ToneTag> : '—';
  }
  return (
    <ul className="yo-holders">
      {holders.map((holder) => (
        <li key={holder.accountId}>
          {holder.name}
          <div className="yc-faint">{t('since', { date: format.date(holder.fromDate) })}</div>
          {holder.absentUntil === null ? null : (
            <div>
              <ToneTag tone="warning">{t('absentUntil', { when: format.shortMoment(holder.absentUntil) })}</ToneTag>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
