export {
  type Answer,
  type CallOptions,
  goodPassword,
  startTestApi,
  type TestApi,
  type TestApiOptions,
  type TestSession,
} from './api.ts';
export { aHolder, type Holder, type HolderOptions } from './holder.ts';
export { WHOLE_TABLE } from './require-indexes.ts';
export { emptyTestDatabase, type TestDatabase, testDatabase, testDatabaseBefore } from './test-database.ts';
