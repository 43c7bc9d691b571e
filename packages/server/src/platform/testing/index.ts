export { cloneTestDatabase, type TestDatabase, testDatabase } from './test-database.ts';
