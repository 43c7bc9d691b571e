export { aFactAbout, assessmentActs } from './assessment-acts.ts';
export { aMember, anIntake } from './builders.ts';
export { postActs } from './posts.ts';
export { aConference, aProposal, LARGE_GRANT, type Proposal, reliefActs } from './relief-acts.ts';
export { aReport, aStaffReport } from './reports.ts';
export { PLACES, type SmallCounty, type SmallCountyOptions, smallCounty } from './small-county.ts';
