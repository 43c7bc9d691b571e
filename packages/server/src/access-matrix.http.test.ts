import * as contract from '@yimen/contracts';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createFund } from './funds/index.ts';
import { SYSTEM_CONTEXT } from './platform/db/access-context.ts';
import { startTestApi } from './platform/testing/api.ts';
import { allRoutes } from './routes.ts';
import { type Caller, isInSight, makeCallers } from './testing/access-callers.ts';
import { ACCESS_MATRIX, type AccessRow } from './testing/access-matrix.ts';
import { makeSpot, type Spot, spotPlans, type Thing } from './testing/access-world.ts';
import { smallCounty } from './testing/index.ts';
import { findSocieties, insertBatch, insertDuty } from './testing/store.ts';

const OTHER_COUNTY = '340421000000';
const LATER = 60_000;
const api = await startTestApi({ settings: { poolSize: 12 } });
const home = await smallCounty(api);
const other = await smallCounty(api, {
  prefix: 'x.', places: { county: OTHER_COUNTY, town: OTHER_COUNTY, village: OTHER_COUNTY, otherVillage: OTHER_COUNTY, otherTown: OTHER_COUNTY, farVillage: OTHER_COUNTY },
});
const { callers, offices } = await makeCallers(api, home);
const societies = await api.services.database.transact(SYSTEM_CONTEXT, findSocieties);
const societyOf = (region: string) => societies.find((fund) => fund.region_code === region)?.id ?? '';
const spots: Spot[] = [];
for (const plan of spotPlans({ ...home, offices }, { ...other, region: OTHER_COUNTY }, societyOf)) spots.push(await makeSpot(api, plan));
