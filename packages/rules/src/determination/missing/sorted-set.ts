/** Numbers in order, each once. */
export type SortedSet = readonly number[];

export function union(one: SortedSet, other: SortedSet): SortedSet {
  if (one.length === 0 || one === other) return other;
  if (other.length === 0) return one;
  const made: number[] = [];
  let at = 0;
  for (const value of one) {
    for (let next = other[at]; next !== undefined && next <= value; next = other[at]) {
      if (next < value) made.push(next);
      at += 1;
    }
    made.push(value);
  }
  for (; at < other.length; at += 1) made.push(other[at] ?? 0);
  // What adds nothing is not made anew: later unions then see that it is the same.
  if (made.length === one.length) return one;
  return made.length === other.length ? other : made;
}

/** Whether all of one are in the other. */
export function isWithin(one: SortedSet, other: SortedSet): boolean {
  if (one.length > other.length) return false;
  let at = 0;
  for (const value of one) {
    while (at < other.length && (other[at] ?? 0) < value) at += 1;
    if (other[at] !== value) return false;
    at += 1;
  }
  return true;
}
