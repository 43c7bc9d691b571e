import { uploadPhoto } from '@yimen/contracts';
import { randomKey } from '@yimen/ui';
import { useEffect, useRef, useState } from 'react';
import { callWithFile } from '../platform/call.ts';

export interface ReportPhoto {
  readonly file: File;
  readonly key: string;
  readonly state: 'sending' | 'sent' | 'failed';
  readonly photoId?: string;
}

/** Pictures go up while the rest is being filled in; one that fails holds nothing back. */
export function usePhotos(onSent: (photoIds: readonly string[]) => void, keptIds: readonly string[]) {
  const [photos, setPhotos] = useState<readonly ReportPhoto[]>([]);
  const [keptBefore, setKeptBefore] = useState(keptIds);
  const tell = useRef(onSent);
  tell.current = onSent;

  useEffect(() => {
    tell.current([...keptBefore, ...photos.flatMap(({ photoId }) => photoId ?? [])]);
  }, [keptBefore, photos]);

  async function send(photo: ReportPhoto): Promise<void> {
    const change = (part: Partial<ReportPhoto>) =>
      setPhotos((all) => all.map((one) => (one.key === photo.key ? { ...one, ...part } : one)));
    change({ state: 'sending' });
    try {
      const { photoId } = await callWithFile(uploadPhoto, photo.file, photo.key);
      change({ state: 'sent', photoId });
    } catch {
      change({ state: 'failed' });
    }
  }

  return {
    photos,
    keptBefore,
    forgetKept: () => setKeptBefore([]),
    clear() {
      setKeptBefore([]);
      setPhotos([]);
    },
    choose(files: readonly File[]) {
      const stay = photos.filter(({ file }) => files.includes(file));
      const fresh = files
        .filter((file) => !photos.some((photo) => photo.file === file))
        .map((file): ReportPhoto => ({ file, key: randomKey(), state: 'sending' }));
      setPhotos([...stay, ...fresh]);
      for (const photo of fresh) void send(photo);
    },
    sendAgain() {
      for (const photo of photos) if (photo.state === 'failed') void send(photo);
    },
    isSending: photos.some(({ state }) => state === 'sending'),
    failedCount: photos.filter(({ state }) => state === 'failed').length,
  };
}

export type Photos = ReturnType<typeof usePhotos>;
