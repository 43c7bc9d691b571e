import * as contract from '@yimen/contracts';
import { type Implementation, implementStateless } from '../platform/http/implement.ts';
import { answerBy } from '../policy/index.ts';
import type { Services } from '../services.ts';
import { screenHousehold } from './screen-household.ts';

export function screeningRoutes(services: Services): Implementation[] {
  return [
    implementStateless(contract.screenHousehold, ({ body, now }) =>
      answerBy(services, { on: body.on, now }, (policy) => ({
        body: () => screenHousehold({ policy, rulebook: services.rulebook }, body, now),
      })),
    ),
  ];
}
