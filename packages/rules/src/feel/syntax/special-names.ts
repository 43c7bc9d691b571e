const NONE: readonly string[] = [];

/** May be written in several ways, or looks like a path or a sum. */
export function isSpecialName(name: string): boolean {
  return /[\s./\-'+*]/.test(name);
}

export function specialNames(names: Iterable<string>): readonly string[] {
  let special: string[] | undefined;
  for (const name of names) {
    if (!isSpecialName(name)) continue;
    special ??= [];
    special.push(name);
  }
  return special ?? NONE;
}
