export { attachPhotos, deleteLoosePhotosJob, linkReportPhotosToCase, listPhotoIds, photoRoutes } from './photos.ts';
