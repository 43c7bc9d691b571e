import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { useFieldWiring } from './field-wiring.ts';
import { drawPhoto, shrinkPhoto } from './shrink-photo.ts';
import './form.css';

export interface PhotoInputProps {
  readonly photos: readonly File[];
  readonly onChange: (photos: readonly File[]) => void;
  readonly addText: string;
  readonly removeText: string;
  readonly busyText: string;
  /** Alternative text of the n-th picture, from 1. */
  readonly photoText: (position: number) => string;
  readonly max?: number;
  readonly icon?: ReactNode;
}

/** Pictures from camera or album, made small before they are sent. Use it inside a Field. */
export function PhotoInput(props: PhotoInputProps) {
  const { required: _, ...wiring } = useFieldWiring();
  const [busy, setBusy] = useState(false);
  const max = props.max ?? 3;

  async function add(files: readonly File[]): Promise<void> {
    setBusy(true);
    const room = files.slice(0, max - props.photos.length);
    const added = await Promise.all(room.map(shrinkPhoto));
    setBusy(false);
    props.onChange([...props.photos, ...added]);
  }

  return (
    <div className="ym-stack ym-gap-1">
      {props.photos.length === 0 ? null : (
        <ul className="ym-photos">
          {props.photos.map((photo, index) => (
            <li className="ym-photo" key={`${photo.name}-${photo.lastModified}-${photo.size}`}>
              <PhotoPreview photo={photo} label={props.photoText(index + 1)} />
              <Button
                kind="quiet"
                block
                aria-label={`${props.removeText}: ${props.photoText(index + 1)}`}
                onClick={() => props.onChange(props.photos.filter((other) => other !== photo))}
              >
                {props.removeText}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {props.photos.length >= max ? null : (
        <span className="ym-photo-add">
          {props.icon}
          <span aria-hidden="true">{busy ? props.busyText : props.addText}</span>
          <input
            {...wiring}
            type="file"
            accept="image/*"
            multiple
            disabled={busy}
            onChange={(event) => {
              void add(Array.from(event.target.files ?? []));
              event.target.value = '';
            }}
          />
        </span>
      )}
    </div>
  );
}

function PhotoPreview({ photo, label }: { readonly photo: File; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) void drawPhoto(canvas.current, photo, 320);
  }, [photo]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}
