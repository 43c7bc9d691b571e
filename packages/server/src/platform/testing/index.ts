export { cloneTestDatabase, type TestDatabase, testDatabase } from './test-database.ts';
export { type Answer, type CallOptions, goodPassword, startTestApi, type TestApi, type TestApiOptions, type TestSession } from './api.ts';
