import { useParams } from '@tanstack/react-router';

/** One `$name` of the address. */
export function usePageParam(name: string): string {
  const value = (useParams({ strict: false }) as Readonly<Record<string, string | undefined>>)[name]; // one tree for all pages
  if (value === undefined) throw new Error(`this page has no parameter ${name}`);
  return value;
}
