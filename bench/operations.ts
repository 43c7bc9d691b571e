import { randomUUID } from 'node:crypto';
import type { BenchCounty } from './county/load-county.ts';
import { nameOf, personNumber } from './county/load-county.ts';

export const OPERATIONS = ['report', 'intake', 'worklist', 'search-id', 'search-name', 'case-page', 'grant'] as const;
export type Operation = (typeof OPERATIONS)[number];
export const WRITES: readonly Operation[] = ['report', 'intake', 'grant'];

/** One request as the load generator sends it, the same to the product and to both floors. */
export type BenchRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body?: string;
};

// Intakes register people born after everybody in the register.
const NEW_PEOPLE_DAY = Date.parse('1990-01-01');
let nextPerson = 0;
let nextGrant = 0;

/** Requests of one kind, each different; undefined when there is nothing left to approve. */
export function requestMaker(operation: Operation, county: BenchCounty): () => BenchRequest | undefined {
  const village = () => one(county.township.villages);
  switch (operation) {
    case 'report':
      return () => post('/api/reports', county.window.token, reportBody(village()));
    case 'intake':
      return () => post('/api/intakes', county.window.token, intakeBody(village()));
    case 'worklist':
      return () => get(`/api/worklist?region=${county.township.code}&state=open&limit=20`, county.window.token);
    case 'search-id':
      return () => post('/api/persons/search', county.county.token, { idNumber: one(county.people).idNumber });
    case 'search-name':
      return () =>
        post('/api/persons/search', county.county.token, { name: [...one(county.people).name].slice(-2).join('') });
    case 'case-page':
      return () => get(`/api/cases/${one(county.caseIds)}`, county.window.token);
    case 'grant':
      return () => {
        const grant = county.grants[nextGrant++];
        const keeper = grant && county.keepers[grant.village];
        return (
          grant &&
          keeper &&
          post(`/api/relief-grants/${grant.id}/approve`, keeper.token, { comment: null, expectedVersion: 1 })
        );
      };
  }
}

function reportBody(village: string) {
  return {
    placeRegionCode: village,
    placeDetail: '一组',
    eventKind: 'fire',
    occurredOn: null,
    whatHappened: '夜间失火，没有地方住',
    claimedUrgency: 'today',
    subjectName: nameOf(nextPerson++),
    subjectPhone: '12800001234',
    subjectIdNumber: null,
    peopleCount: 3,
    reporterKind: 'village-committee',
    photoIds: [],
    reporterName: null,
    reporterPhone: null,
    channel: 'village',
  };
}

function intakeBody(village: string) {
  const members = [0, 1, 2].map((member) => {
    const { birthDate, sex, idNumber } = personNumber(nextPerson, NEW_PEOPLE_DAY);
    return {
      name: nameOf(nextPerson++),
      sex,
      birthDate,
      idNumber,
      phone: '12800001234',
      hukouRegionCode: village,
      residenceRegionCode: village,
      address: '一组 3 号',
      relation: member === 0 ? 'head' : 'child',
      supportRelation: 'none',
    };
  });
  return {
    reportId: null,
    household: { is: 'new', regionCode: village, members, searched: true },
    event: {
      kind: 'fire',
      occurredOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
      placeRegionCode: village,
      placeDetail: '一组',
      description: '夜间失火',
    },
    need: '临时住处',
    urgencyAnswers: { homeLost: true },
  };
}

function post(path: string, token: string, body: unknown): BenchRequest {
  return { method: 'POST', path, token, body: JSON.stringify(body) };
}

function get(path: string, token: string): BenchRequest {
  return { method: 'GET', path, token };
}

function one<T>(list: readonly T[]): T {
  const found = list[Math.floor(Math.random() * list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

export function headersFor(request: BenchRequest): Record<string, string> {
  return {
    cookie: `yimen_session=${request.token}`,
    ...(request.method === 'POST'
      ? { 'content-type': 'application/json', 'x-yimen-csrf': '1', 'idempotency-key': randomUUID() }
      : {}),
  };
}
