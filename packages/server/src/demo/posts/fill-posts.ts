import { inventGivenName, inventSurname, type Sex } from '../people/invent-name.ts';
import type { NumberMaker } from '../people/invent-numbers.ts';
import type { Random } from '../random.ts';
import type { DemoPost } from './post.ts';

/** Password of every demonstration account. Never created outside a demonstration. */
export const DEMO_PASSWORD = 'Yimen-demo-2026';

export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly phone: string;
}

export interface DemoHolder {
  readonly postKey: string;
  readonly kind: 'A' | 'B';
  readonly login: string;
}

/** Somebody for every post, and a substitute for every post that works. Names are invented. */
export function fillPosts(
  posts: readonly DemoPost[],
  random: Random,
  numbers: NumberMaker,
): { accounts: DemoAccount[]; holders: DemoHolder[] } {
  const holders = posts.flatMap((post) => [holderA(post), ...holderB(post)]);
  const logins = [...new Set(holders.map((holder) => holder.login))];
  const accounts = logins.map((login) => ({ login, name: inventStaffName(random), phone: numbers.mobilePhone() }));
  return { accounts, holders };
}

function holderA(post: DemoPost): DemoHolder {
  return { postKey: post.key, kind: 'A', login: post.seat === null ? `${post.key}.a` : post.key };
}

function holderB(post: DemoPost): DemoHolder[] {
  if (post.substitute === null) return [];
  return [{ postKey: post.key, kind: 'B', login: substituteLogin(post, post.substitute) }];
}

function substituteLogin(post: DemoPost, substitute: NonNullable<DemoPost['substitute']>): string {
  if (substitute === 'own') return `${post.key}.b`;
  return 'sharedAs' in substitute ? substitute.sharedAs : `${substitute.holderOf}.a`;
}

function inventStaffName(random: Random): string {
  const sex: Sex = random.chance(0.5) ? 'male' : 'female';
  return inventSurname(random) + inventGivenName(random, sex, random.between(1966, 1999));
}
