import { useMatches, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { StaffPage } from './page.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: StaffPage;
  }
}

/** The registered page that is open. */
export function useCurrentPage(): StaffPage | undefined {
  return useMatches().findLast((match) => match.staticData.page !== undefined)?.staticData.page;
}

/** One `$name` of the address. */
export function usePageParam(name: string): string {
  const value = (useParams({ strict: false }) as Readonly<Record<string, string | undefined>>)[name]; // one tree for all pages
  if (value === undefined) throw new Error(`this page has no parameter ${name}`);
  return value;
}

/** Filters that live in the address, so that Back, reload and a shared link keep them. Empty text removes one. */
export function useFilters(): readonly [Filters, (changes: Filters) => void] {
  const filters = useSearch({ strict: false }) as Filters; // the router keeps plain strings, see router.tsx
  const navigate = useNavigate();
  function change(changes: Filters): void {
    const merged = Object.entries({ ...filters, ...changes }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    void navigate({ to: '.', search: Object.fromEntries(merged) as never, replace: true });
  }
  return [filters, change];
}

export type Filters = Readonly<Record<string, string | undefined>>;
