import { keepValue } from '../platform/kept-value.ts';
import type { Place } from './draft.ts';

const ofThisVisit = keepValue('this-visit', 'last-place', isPlace);
const ofThisDevice = keepValue('this-device', 'last-place', isPlace);

/** Where the last report was: for this visit always, longer only on a phone whose owner asked for it. */
export function readLastPlace(): Place | undefined {
  return ofThisVisit.read() ?? ofThisDevice.read();
}

export function keepPlaceForVisit(place: Place | undefined): void {
  ofThisVisit.write(place);
}

export function keepPlaceOnDevice(keep: boolean): void {
  ofThisDevice.write(keep ? ofThisVisit.read() : undefined);
}

function isPlace(found: unknown): found is Place {
  return typeof found === 'object' && found !== null && 'code' in found && 'fullName' in found && 'level' in found;
}
