import type { Area, PolicyRow } from '@yimen/rules';

/** Township and area of a page: they decide which figures count. */
export interface Place {
  readonly regionCode: string;
  readonly area: Area | 'unknown';
}

/** The places of a task, and which of its policy rows decides each; crosses threads. */
export interface PlaceRows {
  readonly places: readonly Place[];
  readonly rowOfPlace: Uint16Array;
}

export function placeKey({ regionCode, area }: Place): string {
  return `${regionCode} ${area}`;
}

export function rowFinder({ places, rowOfPlace }: PlaceRows): (place: Place) => number | undefined {
  const rows = new Map(places.map((place, index) => [placeKey(place), rowOfPlace[index]]));
  return (place) => rows.get(placeKey(place));
}

/** Every place once, with a row made for each; the same row is made once. */
export function rowsOfPlaces(
  places: readonly Place[],
  keyOf: (place: Place) => string,
  make: (place: Place) => PolicyRow,
): PlaceRows & { readonly rows: readonly PolicyRow[] } {
  const distinct = [...new Map(places.map((place) => [placeKey(place), place])).values()];
  const numbers = new Map<string, number>();
  const rows: PolicyRow[] = [];
  const rowOfPlace = Uint16Array.from(distinct, (place) => {
    const key = keyOf(place);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, rows.length);
    rows.push(make(place));
    return rows.length - 1;
  });
  return { places: distinct, rowOfPlace, rows };
}
