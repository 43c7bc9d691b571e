import { connect, inTransaction } from './connection-store.ts';
import type { Place } from './place.ts';
import { listPlaces, stampOf } from './survey-store.ts';

/** What the register of a region holds, without reading it. */
export interface RegisterSurvey {
  readonly places: readonly Place[];
  /** Another one when anybody's facts have changed, or somebody came or went. */
  readonly stamp: string;
}

export async function surveyRegister(
  databaseUrl: string,
  range: { readonly from: string; readonly to: string },
): Promise<RegisterSurvey> {
  const client = await connect(databaseUrl);
  try {
    return await inTransaction(client, async () => ({
      places: await listPlaces(client, range),
      stamp: await stampOf(client, range),
    }));
  } finally {
    await client.end();
  }
}
