import { randomUUID } from 'node:crypto';
import { getPhoto, uploadPhoto } from '@yimen/contracts';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { PUBLIC_CONTEXT, SYSTEM_CONTEXT } from '../db/access-context.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { withSession } from '../runtime/index.ts';
import { aHolder, startTestApi, type TestSession } from '../testing/index.ts';
import { attachPhotos, deleteLoosePhotosJob, photoRoutes } from './photos.ts';

const api = await startTestApi({ routes: (services) => photoRoutes(services) });
const { services, clock, database } = api;

function picture(width = 3000, height = 1500): Promise<Buffer> {
  const exif = {
    IFD0: { Copyright: 'CANARY-17', ImageDescription: 'CANARY-17' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 44/1 0/1' },
  };
  return sharp({ create: { width, height, channels: 3, background: '#c33' } })
    .jpeg()
    .withExif(exif)
    .toBuffer();
}

async function upload(content: Uint8Array, session?: TestSession, type = 'image/jpeg') {
  return api.call(uploadPhoto, { body: content } as object, { session, headers: { 'content-type': type } });
}

describe('an uploaded photo', () => {
  test('is written anew, smaller, without what the camera added, and stored encrypted', async () => {
    const original = await picture();
    expect(original.includes('CANARY-17')).toBe(true);
    const { body } = await upload(original);
    expect(body).toMatchObject({ width: 2048, height: 1024 });
    const { rows } = await services.database.transact(SYSTEM_CONTEXT, (_tx, client) =>
      client.query<{ content_encrypted: Buffer }>('SELECT content_encrypted FROM yimen.photo WHERE id = $1', [
        body.photoId,
      ]),
    );
    const sealed = rows[0]?.content_encrypted ?? Buffer.alloc(0);
    expect(sealed.includes('WEBP') || sealed.includes('CANARY')).toBe(false);
    const plain = services.vault.openBytes('photo', 'content', body.photoId, sealed);
    expect(plain.includes('CANARY-17')).toBe(false);
    const { exif, format } = await sharp(plain).metadata();
    expect([exif, format]).toEqual([undefined, 'webp']);
  });

  test.each([
    [
      'SVG with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'UNSUPPORTED_MEDIA',
    ],
    ['a page that says it is a photo', Buffer.from('<html><script>alert(1)</script>'), 'UNSUPPORTED_MEDIA'],
    [
      'the right first bytes and nothing behind',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500)]),
      'PHOTO_UNREADABLE',
    ],
  ])('is refused when it is %s', async (_name, content, code) => {
    expect((await upload(content)).problem.code).toBe(code);
  });

  test('is refused when it unfolds to more than forty megapixels', async () => {
    const bomb = await sharp({ create: { width: 8000, height: 5200, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect((await upload(bomb, undefined, 'image/png')).problem.code).toBe('PHOTO_UNREADABLE');
  });

  test('is cut off at ten megabytes', async () => {
    expect((await upload(Buffer.alloc(10 * 1024 * 1024 + 1, 1))).problem.code).toBe('TOO_LARGE');
  });

  test('is seen by its uploader until it is part of a record, and by nobody else', async () => {
    const [mine, other] = [await person(), await person()];
    const { photoId } = (await upload(await picture(100, 50), mine)).body;
    const seen = await api.call(getPhoto, { params: { id: photoId } }, { session: mine });
    expect([seen.status, seen.headers.get('content-type'), seen.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/webp',
      'nosniff',
    ]);
    const foreign = await api.call(getPhoto, { params: { id: photoId } }, { session: other });
    const missing = await api.call(getPhoto, { params: { id: randomUUID() } }, { session: other });
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    const { rows } = await services.database.pool.query(
      "SELECT outcome FROM yimen.audit_entry WHERE action = 'get-photo' AND subject_id = $1 ORDER BY id",
      [photoId],
    );
    expect(rows).toEqual([{ outcome: 'done' }, { outcome: 'refused' }]);
  });

  test('of a member of the public becomes part of one report, once', async () => {
    const { photoId } = (await upload(await picture(100, 50))).body;
    const attach = (reportId: string) =>
      services.database.transact(PUBLIC_CONTEXT, (tx) => attachPhotos(tx, [photoId], { reportId }, clock.now()));
    await attach(randomUUID());
    await expect(attach(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // The report is not in anybody's remit here, so neither is its photo.
    expect((await api.call(getPhoto, { params: { id: photoId } }, { session: await person() })).status).toBe(404);
  });

  test('that no form named is gone after a day', async () => {
    const { photoId } = (await upload(await picture(100, 50))).body;
    const kept = (await upload(await picture(100, 50))).body.photoId;
    await services.database.transact(PUBLIC_CONTEXT, (tx) =>
      attachPhotos(tx, [kept], { reportId: randomUUID() }, clock.now()),
    );
    clock.advance(23 * 3_600_000);
    await runDueJobs(services, [deleteLoosePhotosJob]);
    expect(await count([photoId, kept])).toBe(2);
    clock.advance(2 * 3_600_000);
    await runDueJobs(services, [deleteLoosePhotosJob]);
    expect(await count([photoId])).toBe(0);
    expect(await count([kept])).toBe(1);
  });
});

async function count(ids: string[]): Promise<number> {
  return withSession(
    database.adminUrl,
    async (client) => (await client.query('SELECT FROM yimen.photo WHERE id = ANY ($1)', [ids])).rowCount ?? 0,
  );
}

async function person(): Promise<TestSession> {
  return api.signInAs((await aHolder(services)).accountId);
}
