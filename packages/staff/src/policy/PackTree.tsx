import type { PackSummary } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { levelText } from './labels.ts';
import { text } from './text.ts';

export interface PackTreeProps {
  readonly packs: readonly PackSummary[];
  readonly ofPlace: string | null;
  readonly open: string | undefined;
  readonly onOpen: (packId: string) => void;
}

/** Packs as they inherit: the nation, its provinces, their counties. */
export function PackTree({ packs, ofPlace, open, onOpen }: PackTreeProps) {
  const t = useText(text);
  return (
    <nav className="yp-packs" aria-label={t('packs')}>
      <Branch {...{ packs, ofPlace, open, onOpen }} parent={null} />
    </nav>
  );
}

function Branch({ parent, ...tree }: PackTreeProps & { readonly parent: string | null }) {
  const t = useText(text);
  const words = useWords();
  const level = useText(levelText);
  const children = tree.packs.filter(({ inherits }) => inherits === parent);
  if (children.length === 0) return null;
  return (
    <ul className={parent === null ? 'yp-tree' : 'yp-tree yp-branch'}>
      {children.map((pack) => (
        <li key={pack.id}>
          <button
            type="button"
            className="yp-pack"
            aria-current={pack.id === tree.open ? 'true' : undefined}
            onClick={() => tree.onOpen(pack.id)}
          >
            <span className="yp-pack-name">{words(pack.name)}</span>
            {pack.id === tree.ofPlace ? <ToneTag tone="info">{t('ofPlace')}</ToneTag> : null}
            <span className="yc-faint">{level(pack.level)}</span>
          </button>
          <Branch {...tree} parent={pack.id} />
        </li>
      ))}
    </ul>
  );
}
