import type { BodyOf, updateOffice as contract, Done } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { nameTaken } from './create-office.ts';
import { givenFields } from './given-fields.ts';
import { changeOfficeRow, countActivePosts, isOfficeNameTaken, lockOffice, type OfficeChange } from './office-store.ts';
import { requireRegion } from './require-region.ts';
import { requireVersion } from './require-version.ts';

type OfficeRow = NonNullable<Awaited<ReturnType<typeof lockOffice>>>;

export async function changeOffice({ tx, params, body, note }: Act<typeof contract>): Promise<Done> {
  const office = await lockOffice(tx, params.id);
  if (!office) throw refused('NOT_FOUND');
  requireVersion(office, body, shownInConflict(office));
  if (body.regionCode !== undefined) requireRegion(body.regionCode, 'regionCode');
  await refuseTakenName(tx, office, body);
  if (body.active === false && office.active) await refuseClosing(tx, office.id);
  const version = await changeOfficeRow(tx, office.id, columnsOf(body));
  note({ subjectType: 'office', subjectId: office.id, details: { fields: Object.keys(givenFields(body)) } });
  return { id: office.id, version };
}

/** A closed office holds no post that could still be made responsible. */
async function refuseClosing(tx: Tx, officeId: string): Promise<void> {
  const activePosts = await countActivePosts(tx, officeId);
  if (activePosts > 0) throw refused('STATE_CONFLICT', { activePosts });
}

async function refuseTakenName(tx: Tx, office: OfficeRow, body: BodyOf<typeof contract>): Promise<void> {
  const name = body.name ?? office.name;
  const regionCode = body.regionCode ?? office.region_code;
  const isActive = body.active ?? office.active;
  const isSame = name === office.name && regionCode === office.region_code && isActive === office.active;
  if (isActive && !isSame && (await isOfficeNameTaken(tx, regionCode, name, office.id))) throw nameTaken();
}

function columnsOf({
  name,
  kind,
  department,
  regionCode,
  phone,
  address,
  openHours,
  isPublic,
  active,
}: BodyOf<typeof contract>): OfficeChange {
  return givenFields({
    name,
    kind,
    department,
    region_code: regionCode,
    phone,
    address,
    open_hours: openHours,
    is_public: isPublic,
    active,
  });
}

function shownInConflict(office: OfficeRow) {
  const { name, kind, department, phone, address, active } = office;
  return {
    name,
    kind,
    department,
    regionCode: office.region_code,
    phone,
    address,
    openHours: office.open_hours,
    isPublic: office.is_public,
    active,
  };
}
