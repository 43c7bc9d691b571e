import sharp from 'sharp';
import { refused } from '../refused.ts';

const MAX_PIXELS = 40_000_000;
const LONGEST_SIDE = 2048;

export type ReadPhoto = { readonly bytes: Buffer; readonly width: number; readonly height: number };

// One photo at a time per thread, nothing kept: the server has other work.
sharp.concurrency(1);
sharp.cache(false);

/** Decodes a photo and writes it anew: what else the file carried (place, camera, hidden content) stays behind. */
export async function readPhoto(content: unknown): Promise<ReadPhoto> {
  if (!(content instanceof Uint8Array) || content.length === 0) throw refused('PHOTO_UNREADABLE');
  // By its first bytes, whatever the header says; SVG and the like never reach the decoder.
  if (!isPhoto(content)) throw refused('UNSUPPORTED_MEDIA');
  try {
    const { data, info } = await sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    // Damaged, too many pixels, or no picture behind the right first bytes: to the sender it is all the same.
    throw refused('PHOTO_UNREADABLE');
  }
}

function isPhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    (head.startsWith('RIFF') && head.slice(8) === 'WEBP')
  );
}
