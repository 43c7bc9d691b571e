import type { RELATIVE_RELATIONS } from '@yimen/contracts';
import type { DemoHousehold } from '../households/household.ts';
import type { DemoAccount, DemoHolder } from './fill-posts.ts';
import type { DemoPost } from './post.ts';

/** A near relative of somebody at work (裕安区 六(二), R-171): the relative's case is closed to that person. */
export interface DemoRelativeFiling {
  readonly login: string;
  readonly relation: (typeof RELATIVE_RELATIONS)[number];
  readonly memberKey: string;
  readonly name: string;
  readonly idNumber: string;
}

const FILING_ROLES = ['window-clerk', 'township-approver', 'petty-cash-keeper'];
const SIBLING_YEARS = { from: '1964', to: '1999' };

/** Wherever one of these households of the township has somebody of the same surname and generation. */
export function fileRelatives(
  posts: readonly DemoPost[],
  holders: readonly DemoHolder[],
  accounts: readonly DemoAccount[],
  households: readonly DemoHousehold[],
): DemoRelativeFiling[] {
  const nameOf = new Map(accounts.map((account) => [account.login, account.name]));
  return posts
    .filter((post) => FILING_ROLES.includes(post.role))
    .flatMap((post) => {
      const login = holders.find((holder) => holder.postKey === post.key && holder.kind === 'A')?.login ?? '';
      const filing = findSibling(nameOf.get(login) ?? '', post.regionCode, households);
      return filing ? [{ login, relation: 'sibling' as const, ...filing }] : [];
    });
}

function findSibling(name: string, township: string, households: readonly DemoHousehold[]) {
  const nearby = households.filter((household) => household.regionCode.startsWith(township.slice(0, 9)));
  for (const member of nearby.flatMap((household) => household.members)) {
    const { birthDate, idNumber } = member;
    if (birthDate === null || idNumber === null || member.name === name) continue;
    const sameGeneration = birthDate >= SIBLING_YEARS.from && birthDate <= SIBLING_YEARS.to;
    if (sameGeneration && member.name.charAt(0) === name.charAt(0))
      return { memberKey: member.key, name: member.name, idNumber };
  }
  return undefined;
}
