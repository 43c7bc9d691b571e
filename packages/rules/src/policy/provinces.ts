/** First two digits of a region code, by province: GB/T 2260-2007, all 34 of the level of a province. */
export const PROVINCE_CODES: readonly string[] = [
  ...['11', '12', '13', '14', '15'],
  ...['21', '22', '23'],
  ...['31', '32', '33', '34', '35', '36', '37'],
  ...['41', '42', '43', '44', '45', '46'],
  ...['50', '51', '52', '53', '54'],
  ...['61', '62', '63', '64', '65'],
  ...['71', '81', '82'],
];

/** Of a region code or its beginning, the two digits of the province at least. */
export function isInProvince(regionCode: string): boolean {
  return PROVINCE_CODES.includes(regionCode.slice(0, 2));
}

/** The nation itself, which is all noughts, or a place in one of its provinces. */
export function isKnownPlace(regionCode: string): boolean {
  return /^0+$/.test(regionCode) || isInProvince(regionCode);
}
