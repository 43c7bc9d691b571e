export { aMember, anIntake } from './builders.ts';
export { PLACES, type SmallCounty, smallCounty } from './small-county.ts';
