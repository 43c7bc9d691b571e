import type { PersonView, UNMASK_FIELDS } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useEffect, useState } from 'react';
import { useMe } from '../platform/session/use-me.ts';
import { text as shell } from '../platform/text.ts';
import { UnmaskDialog } from './dialogs/UnmaskDialog.tsx';
import { unmaskFieldText } from './labels.ts';
import { text } from './text.ts';

const SHOWN_MS = 60_000;

export interface SensitiveValueProps {
  readonly person: Pick<PersonView, 'id' | 'name'>;
  readonly field: (typeof UNMASK_FIELDS)[number];
  /** Null when there is nothing to show; empty when even the masked form is not shown. */
  readonly masked: string | null;
}

/** Masked; revealed for a minute after a purpose was given, on screen only. */
export function SensitiveValue({ person, field, masked }: SensitiveValueProps) {
  const t = useText(text);
  const s = useText(shell);
  const label = useText(unmaskFieldText);
  const mayUnmask = useMe().permissions.includes('person.unmask');
  const [asking, setAsking] = useState(false);
  const [plain, setPlain] = useState<string>();

  useEffect(() => {
    if (plain === undefined) return;
    const timer = setTimeout(() => setPlain(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [plain]);

  if (masked === null) return <span className="yc-faint">{t('none')}</span>;
  return (
    <span className="ym-masked">
      <span className="ym-masked-value">{plain ?? masked}</span>
      {mayUnmask ? (
        <button
          type="button"
          className="ym-masked-button"
          aria-label={t(plain === undefined ? 'revealOf' : 'hideOf', { field: label(field), name: person.name })}
          onClick={() => (plain === undefined ? setAsking(true) : setPlain(undefined))}
        >
          {plain === undefined ? s('reveal') : s('hide')}
        </button>
      ) : null}
      {asking ? (
        <UnmaskDialog
          person={person}
          field={field}
          onReveal={(value) => setPlain(value ?? t('none'))}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </span>
  );
}
