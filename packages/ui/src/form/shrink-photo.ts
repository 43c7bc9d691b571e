const LONGEST_EDGE_PX = 1600;
const JPEG_QUALITY = 0.8;

/**
 * Makes a camera picture small enough for a weak network. Drawing it anew also drops its metadata,
 * the place where it was taken among it. A picture the browser cannot read is returned as it is.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  const bitmap = await readBitmap(file);
  if (bitmap === undefined) return file;
  const canvas = document.createElement('canvas');
  drawFitted(canvas, bitmap, LONGEST_EDGE_PX);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
  if (blob === null) return file;
  return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
}

/** Draws onto a canvas, not an object URL: a strict content policy allows no `blob:` images. */
export async function drawPhoto(canvas: HTMLCanvasElement, file: File, longestEdgePx: number): Promise<void> {
  const bitmap = await readBitmap(file);
  if (bitmap === undefined) return;
  drawFitted(canvas, bitmap, longestEdgePx);
  bitmap.close();
}

async function readBitmap(file: File): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file);
  } catch {
    return undefined;
  }
}

function drawFitted(canvas: HTMLCanvasElement, bitmap: ImageBitmap, longestEdgePx: number): void {
  const scale = Math.min(1, longestEdgePx / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
}
