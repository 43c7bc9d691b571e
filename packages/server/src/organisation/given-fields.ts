type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields a change names; null is a value, a missing field stays as it was. */
export function givenFields<T extends object>(fields: T): Given<T> {
  // Object.fromEntries loses the keys; the filter is exactly the type above.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
