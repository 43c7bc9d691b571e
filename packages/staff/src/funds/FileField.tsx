import { useText } from '@yimen/ui';
import { Button } from 'antd';
import { useRef } from 'react';
import { text } from './text.ts';

export interface FileFieldProps {
  /** Antd Form.Item passes these. */
  readonly id?: string;
  readonly value?: File;
  readonly onChange?: (file: File) => void;
  readonly accept: string;
}

export function FileField({ id, value, onChange, accept }: FileFieldProps) {
  const t = useText(text);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="yf-file">
      <Button id={id ?? ''} onClick={() => input.current?.click()}>
        {value === undefined ? t('chooseFile') : t('changeFile')}
      </Button>
      <span className={value === undefined ? 'yc-faint' : undefined} role="status">
        {value?.name ?? t('noFile')}
      </span>
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        aria-label={t('file')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onChange?.(file);
          event.target.value = '';
        }}
      />
    </div>
  );
}
