import { useState } from 'react';
import './data.css';

export interface MaskedValueProps {
  readonly masked: string;
  /** Without it the value cannot be revealed from here. Its refusal is the caller's to show. */
  readonly onReveal?: (() => Promise<string | undefined>) | undefined;
  readonly revealText: string;
  readonly hideText: string;
}

/** A value shown masked; revealing asks the server, which writes it down. */
export function MaskedValue({ masked, onReveal, revealText, hideText }: MaskedValueProps) {
  const [plain, setPlain] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function toggle(reveal: () => Promise<string | undefined>): Promise<void> {
    if (plain !== undefined) return setPlain(undefined);
    setBusy(true);
    try {
      setPlain(await reveal());
    } finally {
      setBusy(false);
    }
  }

  return (
    <span className="ym-masked">
      <span className="ym-masked-value">{plain ?? masked}</span>
      {onReveal === undefined ? null : (
        <button type="button" className="ym-masked-button" disabled={busy} onClick={() => void toggle(onReveal)}>
          {plain === undefined ? revealText : hideText}
        </button>
      )}
    </span>
  );
}
