import type { Permission } from '@yimen/contracts';
import { mayOpen, NAVIGATION_GROUPS, type NavigationGroup, type StaffPage } from './page.ts';

export interface NavigationSection {
  readonly group: NavigationGroup;
  readonly pages: readonly StaffPage[];
}

/** The menu of one person: only pages that exist and may be opened, empty groups left out. */
export function buildNavigation(
  pages: readonly StaffPage[],
  permissions: readonly Permission[],
): readonly NavigationSection[] {
  const shown = pages.filter((page) => page.navigation !== undefined && mayOpen(page, permissions));
  return NAVIGATION_GROUPS.map((group) => ({
    group,
    pages: shown.filter((page) => page.navigation?.group === group).sort(byOrder),
  })).filter((section) => section.pages.length > 0);
}

/** From the top of the hierarchy down to the page itself. */
export function findTrail(pages: readonly StaffPage[], page: StaffPage): readonly StaffPage[] {
  const parent = pages.find((other) => other.path === page.parent && other !== page);
  return parent === undefined ? [page] : [...findTrail(pages, parent), page];
}

function byOrder(first: StaffPage, second: StaffPage): number {
  return Number(first.navigation?.order) - Number(second.navigation?.order);
}
