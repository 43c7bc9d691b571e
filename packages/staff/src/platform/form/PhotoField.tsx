import { type ResponseOf, uploadPhoto } from '@yimen/contracts';
import { isProblem, type Problem, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { type CallInput, call } from '../call/call.ts';
import { Photo } from '../show/Photo.tsx';
import { ProblemNotice } from '../show/ProblemNotice.tsx';
import { text } from '../text.ts';
import './form.css';

export interface PhotoFieldProps {
  /** Antd Form.Item passes these; the value is the ids of uploaded photos. */
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (photoIds: readonly string[]) => void;
  readonly max?: number;
}

/** Uploads each photo as it is chosen; the form sends only the ids. */
export function PhotoField({ id, value = [], onChange, max = 6 }: PhotoFieldProps) {
  const t = useText(text);
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function add(files: readonly File[]): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    const added = [...value];
    try {
      for (const file of files.slice(0, max - value.length)) added.push(await upload(file));
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
      onChange?.(added);
    }
  }

  return (
    <div className="ys-photos">
      {value.map((photoId, index) => (
        <span key={photoId} className="ys-photo">
          <Photo id={photoId} label={t('photoNumber', { number: index + 1 })} />
          <Button size="small" onClick={() => onChange?.(value.filter((other) => other !== photoId))}>
            {t('removePhoto', { number: index + 1 })}
          </Button>
        </span>
      ))}
      {value.length >= max ? null : (
        <Button id={id ?? ''} loading={busy} onClick={() => input.current?.click()}>
          {t('addPhoto')}
        </Button>
      )}
      <input
        ref={input}
        className="ys-photo-input"
        tabIndex={-1}
        aria-hidden="true"
        type="file"
        accept="image/*"
        multiple
        onChange={(event) => {
          void add(Array.from(event.target.files ?? []));
          event.target.value = '';
        }}
      />
      <ProblemNotice problem={problem} />
    </div>
  );
}

/** The body is the picture itself: its contract names no schema for it. */
async function upload(file: File): Promise<string> {
  const input = { body: file } as unknown as CallInput<typeof uploadPhoto>; // raw bytes have no zod schema
  const answer: ResponseOf<typeof uploadPhoto> = await call(uploadPhoto, input);
  return answer.photoId;
}
