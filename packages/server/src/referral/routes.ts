import * as contract from '@yimen/contracts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { acceptReferral } from './accept-referral.ts';
import { finishReferral } from './finish-referral.ts';
import { listReferralRows } from './queries.ts';
import { withReferralActions } from './referral-actions.ts';
import { returnReferral } from './return-referral.ts';
import { revokeReferral } from './revoke-referral.ts';
import { sendReferral } from './send-referral.ts';

export function referralRoutes(services: Services): Implementation[] {
  return [
    implement(contract.sendReferral, (act) => sendReferral(services, act)),
    implement(contract.listReferrals, async ({ tx, query, now, actor, note }) => {
      const page = await listReferralRows(
        tx,
        { officeId: actor.officeId, direction: query.direction, state: query.state },
        query,
        now,
      );
      note({ subjectType: 'referral-list', details: { direction: query.direction, count: page.items.length } });
      return { items: withReferralActions(page.items, actor), nextCursor: page.nextCursor };
    }),
    implement(contract.acceptReferral, (act) => acceptReferral(services, act)),
    implement(contract.returnReferral, (act) => returnReferral(services, act)),
    implement(contract.finishReferral, (act) => finishReferral(act)),
    implement(contract.revokeReferral, (act) => revokeReferral(act)),
  ];
}
