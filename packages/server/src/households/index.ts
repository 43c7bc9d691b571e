export { type InsertedHousehold, insertHouseholds, type NewRegisterHousehold } from './insert-households.ts';
export { findHouseholdPhone, householdJson, presentHousehold, type RawHousehold } from './queries.ts';
export { PERSON_ONCE, type PreparedHousehold, prepareHousehold, refuseKnownPeople } from './register-household.ts';
export { requireIdNumber, sealIdNumber, sealPhone } from './resident-number.ts';
export { householdRoutes } from './routes.ts';
export {
  claimHouseholdElsewhere,
  findHouseholdOf,
  findPayeeAccount,
  type HouseholdMember,
  listMembers,
  lockHousehold,
  memberIdNumbers,
  openHouseholdTo,
} from './store.ts';
