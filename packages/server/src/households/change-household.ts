import type {
  addMember as addContract,
  correctRelation as correctContract,
  Done,
  joinHousehold as joinContract,
  PersonFields,
  removeMember as removeContract,
  updatePerson as updateContract,
} from '@yimen/contracts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { bumpHousehold, lockHousehold } from './household-store.ts';
import {
  beginMembership,
  changeRelation,
  endMembership,
  findMemberSince,
  insertMember,
  listMembers,
} from './member-store.ts';
import { changePerson, lockPerson, movePerson, type PersonChange, sealPerson } from './person-store.ts';
import {
  indexesOf,
  lockWithoutHousehold,
  ONE_HOUSEHOLD,
  PERSON_ONCE,
  refuseKnownPeople,
} from './register-household.ts';
import { requireBetween, requireBorn, requireOneHead } from './require-possible.ts';
import { sealIdNumber, sealPhone } from './resident-number.ts';

export async function addMember(services: Services, act: Act<typeof addContract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const household = await lockedHousehold(act, params.id, body.expectedVersion);
  const author = { accountId: actor.accountId, now };
  if (body.relation === 'head') await requireNoHead(tx, household.id);
  const person = sealPerson(services.vault, body, household.region_code, author, (field) => field);
  await refuseKnownPeople(tx, indexesOf([person]));
  await refuseByConstraint(PERSON_ONCE, {}, () => insertMember(tx, household.id, person, body, author));
  await emit(tx, 'household.changed', { householdId: household.id }, now);
  act.note({ subjectType: 'household', subjectId: household.id, details: { personId: person.id } });
  return { id: person.id, version: await bumpHousehold(tx, household.id) };
}

/** Whoever left a household, or was known before there was one, keeps their record and goes on by it. */
export async function joinHousehold(act: Act<typeof joinContract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const household = await lockedHousehold(act, params.id, body.expectedVersion);
  const person = await lockWithoutHousehold(tx, actor, params.personId);
  if (body.relation === 'head') await requireNoHead(tx, household.id);
  if (person.region_code !== household.region_code) await movePerson(tx, person, household.region_code);
  const joined = { id: person.id, region_code: household.region_code };
  const author = { accountId: actor.accountId, now };
  await refuseByConstraint(ONE_HOUSEHOLD, {}, () => beginMembership(tx, household.id, joined, body, author));
  await emit(tx, 'household.changed', { householdId: household.id }, now);
  act.note({ subjectType: 'household', subjectId: household.id, details: { personId: person.id } });
  return { id: person.id, version: await bumpHousehold(tx, household.id) };
}

/** Who counts as a member of the household hangs on it: a slip at the window must not decide that for good. */
export async function correctRelation(act: Act<typeof correctContract>): Promise<Done> {
  const { tx, params, body, now } = act;
  const household = await lockedHousehold(act, params.id, body.expectedVersion);
  const { personId } = params;
  if ((await findMemberSince(tx, household.id, personId)) === undefined) throw refused('NOT_FOUND');
  if (body.relation === 'head') await requireNoHead(tx, household.id, personId);
  const { relation, supportRelation } = body;
  await changeRelation(tx, household.id, personId, { relation, supportRelation });
  await emit(tx, 'household.changed', { householdId: household.id }, now);
  act.note({ subjectType: 'household', subjectId: household.id, details: { personId, relation } });
  return { id: personId, version: await bumpHousehold(tx, household.id) };
}

async function requireNoHead(tx: Tx, householdId: string, butFor?: string): Promise<void> {
  const others = (await listMembers(tx, householdId)).filter(({ personId }) => personId !== butFor);
  requireOneHead([...others.map(({ relation }) => relation), 'head'], () => 'relation');
}

export async function removeMember(act: Act<typeof removeContract>): Promise<Done> {
  const { tx, params, body, now } = act;
  const household = await lockedHousehold(act, params.id, body.expectedVersion);
  const since = await findMemberSince(tx, household.id, params.personId);
  if (since === undefined) throw refused('NOT_FOUND');
  requireBetween(body.on, since, civilDate(now));
  await endMembership(tx, household.id, params.personId, body.on, body.reason);
  await emit(tx, 'household.changed', { householdId: household.id }, now);
  act.note({ subjectType: 'household', subjectId: household.id, details: { personId: params.personId } });
  return { id: household.id, version: await bumpHousehold(tx, household.id) };
}

export async function updatePerson(services: Services, act: Act<typeof updateContract>): Promise<Done> {
  const { tx, params, body, now } = act;
  const person = await lockPerson(tx, params.id);
  if (!person) throw refused('NOT_FOUND');
  if (person.version !== body.expectedVersion) {
    throw refused('VERSION_CONFLICT', {
      yours: body,
      theirs: { name: person.name, sex: person.sex, birthDate: person.birth_date, version: person.version },
    });
  }
  const change = changeOf(services, person.id, body, now);
  const version = await refuseByConstraint(PERSON_ONCE, {}, () => changePerson(tx, person.id, change));
  await emit(tx, 'person.changed', { personId: person.id }, now);
  act.note({ subjectType: 'person', subjectId: person.id, details: { fields: Object.keys(body) } });
  return { id: person.id, version };
}

/** What a PATCH leaves out is undefined, whether the key stands there or not. */
type Loosely<T> = { readonly [K in keyof T]?: T[K] | undefined };

function changeOf(services: Services, id: string, fields: Loosely<PersonFields>, now: Date): PersonChange {
  const { vault } = services;
  const change: PersonChange = {};
  if (fields.name !== undefined) change.name = fields.name;
  if (fields.sex !== undefined) change.sex = fields.sex;
  requireBorn(fields.birthDate, now, 'birthDate');
  if (fields.birthDate !== undefined) change.birth_date = fields.birthDate;
  if (fields.hukouRegionCode !== undefined) change.hukou_region_code = fields.hukouRegionCode;
  if (fields.residenceRegionCode !== undefined) change.residence_region_code = fields.residenceRegionCode;
  if (fields.address !== undefined)
    change.address_encrypted = fields.address === null ? null : vault.seal('person', 'address', id, fields.address);
  if (fields.phone !== undefined) Object.assign(change, phoneChange(services, id, fields.phone));
  if (fields.idNumber !== undefined) Object.assign(change, idNumberChange(services, id, fields.idNumber, now));
  return change;
}

function phoneChange(services: Services, id: string, phone: string | null): PersonChange {
  if (phone === null) return { phone_encrypted: null, phone_index: null, phone_masked: null };
  const sealed = sealPhone(services.vault, 'person', 'phone', id, phone);
  return { phone_encrypted: sealed.encrypted, phone_index: sealed.index, phone_masked: sealed.masked };
}

function idNumberChange(services: Services, id: string, idNumber: string | null, now: Date): PersonChange {
  if (idNumber === null) return { id_number_encrypted: null, id_number_index: null, id_number_masked: null };
  const sealed = sealIdNumber(services.vault, 'person', 'id_number', id, idNumber, now, 'idNumber');
  return {
    id_number_encrypted: sealed.encrypted,
    id_number_index: sealed.index,
    id_number_masked: sealed.masked,
    birth_date: sealed.birthDate,
    sex: sealed.sex,
  };
}

async function lockedHousehold(act: Pick<Act<typeof addContract>, 'tx'>, id: string, expectedVersion: number) {
  const household = await lockHousehold(act.tx, id);
  if (!household) throw refused('NOT_FOUND');
  if (household.version !== expectedVersion)
    throw refused('VERSION_CONFLICT', { theirs: { version: household.version } });
  return household;
}
