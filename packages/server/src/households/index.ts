export { claimHouseholdElsewhere, lockHousehold, openHouseholdTo } from './household-store.ts';
export { type InsertedHousehold, insertHouseholds, type NewRegisterHousehold } from './insert-households.ts';
export { findHouseholdOf, type HouseholdMember, listMembers, memberIdNumbers } from './member-store.ts';
export { findPayeeAccount } from './payee-account-store.ts';
export { findHouseholdPhone, householdJson, presentHousehold, type RawHousehold } from './queries.ts';
export {
  ONE_HOUSEHOLD,
  PERSON_ONCE,
  type PreparedHousehold,
  prepareHousehold,
  prepareOwnHousehold,
  refuseKnownPeople,
} from './register-household.ts';
export { requireIdNumber, sealIdNumber, sealPhone } from './resident-number.ts';
export { householdRoutes } from './routes.ts';
