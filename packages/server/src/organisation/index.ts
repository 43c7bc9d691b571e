export { putCalendarYear } from './calendar-store.ts';
export {
  findPostOfRole,
  findReceptionAt,
  findWindowOffice,
  getOffice,
  getPost,
  getPostRef,
  type PostWanted,
} from './find-office.ts';
export { findCalendarErrors } from './import-calendar.ts';
export { isWithinOfficeHours } from './is-within-office-hours.ts';
export { loadCalendar } from './load-calendar.ts';
export { loadReferenceData, reloadRegions } from './load-reference-data.ts';
export { openPostNames, type PostNames, type ShowPost } from './post-names.ts';
export { type Filer, type OfficeContact, type PostFound, type Reception, relativesAmong } from './queries.ts';
export { type RegionNode, readRegionFile } from './region-file.ts';
export {
  countyOf,
  type RegionRange,
  rangeOf,
  regionFullName,
  regionName,
  selfAndAbove,
  townshipOf,
} from './region-tree.ts';
export { requireRegion } from './require-region.ts';
export { organisationRoutes } from './routes.ts';
