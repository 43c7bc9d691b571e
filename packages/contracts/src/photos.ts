import { z } from 'zod';
import { Id } from './primitives.ts';
import { defineRoute } from './route.ts';

/** Uploaded before the form is sent; a photo that no form names within a day is deleted. */
export const uploadPhoto = defineRoute({
  id: 'upload-photo',
  method: 'POST',
  path: '/photos',
  access: 'public',
  summary: { zh: '上传照片', en: 'Upload a photo' },
  consumes: ['image/*'],
  response: z.object({ photoId: Id, width: z.int(), height: z.int() }),
  errors: ['PHOTO_UNREADABLE', 'UNSUPPORTED_MEDIA', 'TOO_LARGE'],
});

export const getPhoto = defineRoute({
  id: 'get-photo',
  method: 'GET',
  path: '/photos/{id}',
  access: 'signed-in',
  audited: true,
  summary: { zh: '查看照片', en: 'A photo' },
  params: z.object({ id: Id }),
  response: z.unknown(),
  produces: 'image/webp',
});
