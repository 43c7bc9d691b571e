const NATION = '000000000000';
/** Digits that province, city and county of a code take, the nearest first. */
const PREFIXES = [6, 4, 2] as const;

/** The smallest region above all these places: the county of one county's windows. Walking down starts here. */
export function commonRegion(codes: readonly string[]): string {
  const [first] = codes;
  if (first === undefined) return NATION;
  const length = PREFIXES.find((digits) => codes.every((code) => code.slice(0, digits) === first.slice(0, digits)));
  return length === undefined ? NATION : first.slice(0, length).padEnd(12, '0');
}

/** 鼓楼街道 of 小东街社区. */
export function townshipOf(code: string): string {
  return code.slice(0, 9).padEnd(12, '0');
}
