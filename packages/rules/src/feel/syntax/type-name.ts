export const SIMPLE_TYPES = [
  'Any',
  'Null',
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
] as const;
export type SimpleType = (typeof SIMPLE_TYPES)[number];

/** What stands after `instance of` or after the colon of a parameter. */
export type TypeName =
  | { readonly kind: 'simple'; readonly name: SimpleType }
  | { readonly kind: 'list'; readonly of: TypeName }
  /** Of which only this is known: a value that is no function is none. */
  | { readonly kind: 'function' }
  | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, TypeName> };
