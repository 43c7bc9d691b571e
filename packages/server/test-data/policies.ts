import { fileURLToPath } from 'node:url';

/** Packs of the localities of published cases, for tests only. */
export const TEST_POLICIES_DIRECTORY = fileURLToPath(new URL('policies', import.meta.url));
