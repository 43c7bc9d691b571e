import { useText } from '@yimen/ui';
import { Button } from 'antd';
import { text as platformText } from '../platform/text.ts';
import { text } from './text.ts';
import './sign-in.css';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
}

export function RecoveryCodes({ codes, onSaved }: RecoveryCodesProps) {
  const t = useText(text);
  const shell = useText(platformText);
  return (
    <div className="ys-recovery">
      <h2>{t('recoveryTitle')}</h2>
      <p>{t('recoveryIntro')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="ys-actions" data-screen-only="">
        <Button onClick={() => window.print()}>{shell('print')}</Button>
        <Button type="primary" onClick={onSaved}>
          {t('recoverySaved')}
        </Button>
      </div>
    </div>
  );
}
