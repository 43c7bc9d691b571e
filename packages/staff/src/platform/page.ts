import type { Permission } from '@yimen/contracts';
import type { Words } from '@yimen/ui';
import type { ComponentType } from 'react';

export const NAVIGATION_GROUPS = [
  'work',
  'desk',
  'relief',
  'funds',
  'policy',
  'organisation',
  'oversight',
  'system',
] as const;
export type NavigationGroup = (typeof NAVIGATION_GROUPS)[number];

/** One page of the staff portal. A folder registers its pages by exporting `pages` from its `pages.ts`. */
export interface StaffPage {
  /** Below /staff, with `$name` parameters: `/reports/$reportId`. */
  readonly path: string;
  readonly title: Words;
  /** Opens to whoever holds one of these; without them to anybody signed in. */
  readonly permissions?: readonly Permission[];
  /** `open`: no sign-in needed and no layout around it. */
  readonly access?: 'open';
  /** Puts the page into the menu. */
  readonly navigation?: {
    readonly group: NavigationGroup;
    readonly order: number;
    readonly icon?: ComponentType;
  };
  /** Path of the page above it in the breadcrumbs. */
  readonly parent?: string;
  /** Loaded when the page is opened: `() => import('./ReportPage.tsx').then((file) => file.ReportPage)`. */
  readonly load: () => Promise<ComponentType>;
}

export function mayOpen(page: StaffPage, permissions: readonly Permission[]): boolean {
  return page.permissions === undefined || page.permissions.some((permission) => permissions.includes(permission));
}
