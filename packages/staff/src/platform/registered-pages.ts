import type { StaffPage } from './page.ts';

/** Every folder beside this one that has a `pages.ts` takes part; there is no list to keep. */
const found = import.meta.glob<readonly StaffPage[]>('../*/pages.ts', { eager: true, import: 'pages' });

export const pages: readonly StaffPage[] = Object.values(found).flat();
