import { randomUUID } from 'node:crypto';
import { getPhoto, uploadPhoto } from '@yimen/contracts';
import { sql } from 'kysely';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import type { Tx } from '../db/database.ts';
import { type Implementation, implement, implementPrepared } from '../http/implement.ts';
import type { Job } from '../jobs/job.ts';
import type { PlatformServices } from '../platform-services.ts';
import { refused } from '../refused.ts';
import { readPhoto } from './read-photo.ts';

const LOOSE_MS = 24 * 3600_000;

export function photoRoutes({ vault }: PlatformServices): Implementation[] {
  return [
    implementPrepared(
      uploadPhoto,
      async ({ body }) => readPhoto(body),
      async ({ tx, now, signedIn, note }, { bytes, width, height }) => {
        const id = randomUUID();
        note({ subjectType: 'photo', subjectId: id });
        const content_encrypted = vault.sealBytes('photo', 'content', id, bytes);
        const uploaded_by = signedIn?.actor?.accountId ?? null;
        await tx
          .insertInto('photo')
          .values({ id, uploaded_by, uploaded_at: now, width, height, media_type: 'image/webp', content_encrypted })
          .execute();
        return { photoId: id, width, height };
      },
    ),
    implement(getPhoto, async ({ tx, params, note }) => {
      note({ subjectType: 'photo', subjectId: params.id });
      const photo = await tx
        .selectFrom('photo')
        .select(['content_encrypted', 'media_type', 'report_id', 'case_id'])
        .where('id', '=', params.id)
        .executeTakeFirst();
      if (!photo) throw refused('NOT_FOUND');
      note({ details: { reportId: photo.report_id, caseId: photo.case_id } });
      const bytes = vault.openBytes('photo', 'content', params.id, photo.content_encrypted);
      return { bytes, mediaType: photo.media_type, fileName: `photo-${params.id.slice(0, 8)}.webp` };
    }),
  ];
}

/** Ties uploaded photos to the report or case they belong to. The caller has checked the right to that record. */
export async function attachPhotos(
  tx: Tx,
  photoIds: readonly string[],
  owner: { readonly reportId?: string; readonly caseId?: string },
  now: Date,
): Promise<void> {
  const ids = [...new Set(photoIds)];
  if (ids.length === 0) return;
  const { rows } = await sql<{ attached: number }>`
    SELECT yimen.attach_photos(${ids}::uuid[], ${owner.reportId ?? null}::uuid, ${owner.caseId ?? null}::uuid, ${now}) AS attached`.execute(
    tx,
  );
  // Unknown, expired, or already part of another record.
  if (rows[0]?.attached !== ids.length) throw refused('NOT_FOUND', { photoIds: ids });
}

/** When a report becomes a case, whoever sees the case sees what the reporter photographed. */
export async function linkReportPhotosToCase(tx: Tx, reportId: string, caseId: string): Promise<void> {
  await tx.updateTable('photo').set({ case_id: caseId }).where('report_id', '=', reportId).execute();
}

export async function listPhotoIds(
  tx: Tx,
  owner: { readonly reportId: string } | { readonly caseId: string },
): Promise<string[]> {
  const query = tx.selectFrom('photo').select('id').orderBy('uploaded_at').orderBy('id');
  const rows = await ('reportId' in owner
    ? query.where('report_id', '=', owner.reportId)
    : query.where('case_id', '=', owner.caseId)
  ).execute();
  return rows.map(({ id }) => id);
}

/** Photos that no form named within a day. */
export const deleteLoosePhotosJob: Job = {
  name: 'delete-loose-photos',
  everySeconds: 3600,
  run: ({ database }, now) =>
    database.transact(SYSTEM_CONTEXT, async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('photo')
        .where('attached_at', 'is', null)
        .where('uploaded_at', '<', new Date(now.getTime() - LOOSE_MS))
        .executeTakeFirst();
      return Number(numDeletedRows);
    }),
};
