import { permissionsOf, ROLE_IDS, type Words } from '@yimen/contracts';
import { findPostOfRole, getOffice, type OfficeContact, type PostFound } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { type Refused, refusedField } from '../platform/refused.ts';

const ANSWERING_ROLES = ROLE_IDS.filter((role) => permissionsOf(role).includes('referral.answer'));

/** The office asked, and the post in it that answers: active, not one's own, with somebody at the desk. */
export async function findReceiver(
  tx: Tx,
  actor: Actor,
  officeId: string,
): Promise<{ office: OfficeContact; post: PostFound }> {
  const office = await getOffice(tx, officeId);
  if (office.id === actor.officeId) throw unfit({ zh: '不能转给本单位', en: 'This is your own office' });
  if (!office.active) throw unfit({ zh: '该单位已停用', en: 'This office is closed' });
  const post = await findPostOfRole(tx, { officeId: office.id, role: ANSWERING_ROLES, regionCode: office.regionCode });
  if (!post)
    throw unfit({
      zh: '该单位没有答复转办的岗位，请另选',
      en: 'Nobody in this office answers referrals; choose another',
    });
  return { office, post };
}

function unfit(why: Words): Refused {
  return refusedField('INVALID_INPUT', 'toOfficeId', why);
}
