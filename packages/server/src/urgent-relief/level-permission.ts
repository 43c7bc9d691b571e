import type { LadderLevel, Permission, Role } from '@yimen/contracts';
import { LADDER_LEVELS } from '@yimen/contracts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';

const APPROVE: Readonly<Record<LadderLevel, Permission>> = {
  village: 'relief.approve-village',
  township: 'relief.approve-township',
  county: 'relief.approve-county',
};
const PAY: Readonly<Record<LadderLevel, Permission>> = {
  village: 'relief.pay-village',
  township: 'relief.pay-township',
  county: 'relief.pay-county',
};
const PAYER: Readonly<Record<LadderLevel, Role>> = {
  village: 'society-keeper',
  township: 'petty-cash-keeper',
  county: 'finance-officer',
};

/** Each level decides with its own permission; nobody decides for another level. */
export function requireApproverOf(actor: Actor, level: string): void {
  if (!actor.permissions.has(APPROVE[levelOf(level)])) throw refused('LEVEL_NOT_YOURS', { level });
}

export function requirePayerOf(actor: Actor, level: string): void {
  if (!actor.permissions.has(PAY[levelOf(level)])) throw refused('LEVEL_NOT_YOURS', { level });
}

export function mayApprove(actor: Actor, level: string): boolean {
  return actor.permissions.has(APPROVE[levelOf(level)]);
}

export function mayPay(actor: Actor, level: string): boolean {
  return actor.permissions.has(PAY[levelOf(level)]);
}

/** Who hands the money of a level out. */
export function payerRoleOf(level: string): Role {
  return PAYER[levelOf(level)];
}

export function levelOf(level: string): LadderLevel {
  const found = LADDER_LEVELS.find((one) => one === level);
  if (!found) throw refused('LADDER_LEVEL_MISSING', { level });
  return found;
}
