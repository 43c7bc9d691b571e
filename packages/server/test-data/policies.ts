import { fileURLToPath } from 'node:url';

/** Packs of the localities of published cases, for tests only. */
export const TEST_POLICIES_DIRECTORY = fileURLToPath(new URL('policies', import.meta.url));

/** A town of 裕安区 with two small programmes of its own: what is screened and assessed does not change with the real packs. */
export const TRIAL_POLICIES_DIRECTORY = fileURLToPath(new URL('screening', import.meta.url));
