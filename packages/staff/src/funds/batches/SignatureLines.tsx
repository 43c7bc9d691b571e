import { useText } from '@yimen/ui';
import { text } from '../text.ts';

/** Only on paper: the sheet goes into the voucher file signed. */
export function SignatureLines() {
  const t = useText(text);
  return (
    <div className="yf-signatures">
      {(['signMade', 'signChecked', 'signReconciled', 'signDate'] as const).map((key) => (
        <span key={key}>{t(key)}</span>
      ))}
    </div>
  );
}
