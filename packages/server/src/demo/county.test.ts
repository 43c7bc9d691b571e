import { ROLE_IDS } from '@yimen/contracts';
import { parseResidentId } from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { defineCounty } from './county.ts';
import { DEMO_LOGINS } from './demo-logins.ts';
import { knownHukouRegions } from './households/hukou.ts';
import { readRegionTree } from './region-tree.ts';

const NOW = '2026-11-21T13:00:00.000Z';
const tree = readRegionTree();
const county = defineCounty(tree, NOW);
const members = county.households.flatMap((household) => household.members);

describe('offices and posts', () => {
  test('every township has a public window with phone, address and hours (R-032, R-038)', () => {
    const windows = county.offices.filter((office) => office.kind === 'township-window');
    expect(windows.map((window) => window.regionCode).sort()).toEqual(
      tree.childrenOf('341503000000').map((one) => one.code),
    );
    for (const window of windows) {
      expect(window).toMatchObject({ isPublic: true, phone: expect.stringMatching(/^0564-0\d{6}$/) });
      expect(window.address && window.openHours).toBeTruthy();
    }
  });

  test('every village has a mutual-aid society, and office keys are unique', () => {
    expect(county.offices.filter((office) => office.kind === 'mutual-aid-society')).toHaveLength(320);
    expect(duplicates(county.offices.map((office) => office.key))).toEqual([]);
  });

  test('裕安区 annex: the leading group has 23 seats, one head and one deputy (R-004)', () => {
    const seats = county.posts.filter((post) => post.role === 'leader');
    expect(seats.map((post) => post.seat)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
    expect(seats.filter((post) => post.title.includes('副组长'))).toHaveLength(1);
  });

  test('every role has a post, every post has an A, and every post that works a B who is somebody else (R-035)', () => {
    expect(ROLE_IDS.filter((role) => !county.posts.some((post) => post.role === role))).toEqual([]);
    const logins = new Set(county.accounts.map((account) => account.login));
    for (const post of county.posts) {
      const held = county.holders.filter((holder) => holder.postKey === post.key);
      expect(held.map((holder) => holder.kind)).toEqual(post.role === 'leader' ? ['A'] : ['A', 'B']);
      expect(new Set(held.map((holder) => holder.login)).size).toBe(held.length);
      for (const holder of held) expect(logins.has(holder.login)).toBe(true);
    }
  });

  test('login names are readable, unique and accepted by the register of accounts', () => {
    const logins = county.accounts.map((account) => account.login);
    expect(duplicates(logins)).toEqual([]);
    expect(logins.filter((login) => !/^[a-z0-9][a-z0-9.-]{1,60}$/.test(login))).toEqual([]);
    expect(DEMO_LOGINS.filter(({ login }) => !logins.includes(login))).toEqual([]);
    expect(logins).toEqual(expect.arrayContaining(['shunhe.window.a', 'shunhe.window.b', 'shunhe.xiewei.assistant.a']));
  });

  test('no person who surveys, reviews or keeps cash in a township also approves there (R-012)', () => {
    const approvers = loginsOf(['township-approver', 'county-approver']);
    const others = loginsOf([
      'window-clerk',
      'surveyor',
      'township-reviewer',
      'petty-cash-keeper',
      'county-clerk',
      'finance-officer',
    ]);
    expect([...approvers].filter((login) => others.has(login))).toEqual([]);
    const admins = ['system-admin', 'security-admin', 'audit-admin'] as const;
    expect(duplicates(admins.flatMap((role) => [...loginsOf([role])]))).toEqual([]);
  });

  test('somebody is on duty in every township at every moment of four weeks', () => {
    for (const office of county.pettyCash) {
      const duties = county.duties.filter((duty) => duty.officeKey === office.officeKey);
      expect(duties).toHaveLength(28);
      expect(duties.slice(1).every((duty, index) => duty.startsAt === duties[index]?.endsAt)).toBe(true);
      expect(duties.some((duty) => duty.startsAt <= NOW && NOW < duty.endsAt)).toBe(true);
    }
  });

  test('money of the state, of a society and of donors lie in separate funds; a society starts with three equal sources', () => {
    expect(new Set(county.funds.map((fund) => fund.kind))).toEqual(new Set(['fiscal', 'society', 'donor']));
    const society = county.funds.find((fund) => fund.kind === 'society');
    expect(society?.receipts.map((receipt) => [receipt.source, receipt.amountFen])).toEqual([
      ['government-input', 1_000_000],
      ['collective', 1_000_000],
      ['donation', 1_000_000],
    ]);
    expect(county.pettyCash.every((cash) => cash.firstIssueFen <= cash.ceilingFen)).toBe(true);
  });
});

describe('the register', () => {
  test('2,000 households of about 2.67 persons, in every village', () => {
    expect(county.households).toHaveLength(2_000);
    expect(Math.abs(members.length / 2_000 - 2.67)).toBeLessThan(0.1);
    expect(new Set(county.households.map((household) => household.regionCode)).size).toBe(320);
  });

  test('every ID number is valid, of region 999999, fits birth date and sex, and is given once', () => {
    const known = members.filter((member) => member.idNumber !== null);
    for (const member of known) {
      expect(parseResidentId(member.idNumber ?? '', '2026-11-21')).toMatchObject({
        valid: true,
        regionCode: '999999',
        bornOn: member.birthDate,
        sex: member.sex,
      });
    }
    expect(duplicates(known.map((member) => member.idNumber ?? ''))).toEqual([]);
    expect(members.length - known.length).toBeLessThan(5);
  });

  test('no phone can ring and no account belongs to a bank', () => {
    const phones = [...members, ...county.accounts].flatMap((person) => person.phone ?? []);
    expect(phones.filter((phone) => !/^128\d{8}$/.test(phone))).toEqual([]);
    expect(duplicates(phones)).toEqual([]);
    const accounts = county.households.flatMap((household) => household.payee?.accountNumber ?? []);
    expect(accounts.filter((account) => !/^000564\d{13}$/.test(account) || !passesLuhn(account))).toEqual([]);
  });

  test('rare characters and names with · are there to be survived', () => {
    const names = members.map((member) => member.name).join(' ');
    for (const rare of ['㛃', '䶮', '骉', '𬱟', '·']) expect(names).toContain(rare);
  });

  test('most people have their hukou where they live, some elsewhere, all in known regions', () => {
    expect(knownHukouRegions(tree)).toContain('寿县');
    const local = county.households.filter((one) => one.members[0]?.hukouRegionCode === one.regionCode).length;
    expect(local).toBeGreaterThan(1_750);
    expect(local).toBeLessThan(1_950);
    for (const member of members) if (member.hukouRegionCode) tree.get(member.hukouRegionCode);
  });

  test('a household has one head, children younger than the head, parents older', () => {
    for (const household of county.households) {
      const [head, ...others] = household.members;
      expect(head?.relation).toBe('head');
      for (const other of others) {
        expect(other.relation).not.toBe('head');
        const born = { head: head?.birthDate ?? '', other: other.birthDate ?? '' };
        if (other.relation === 'child' || other.relation === 'grandchild') expect(born.other > born.head).toBe(true);
        if (other.relation === 'parent') expect(born.other < born.head).toBe(true);
      }
    }
  });
});

describe('repeatability', () => {
  test('the same seed tells the same county', () => {
    expect(defineCounty(tree, NOW)).toEqual(county);
  });

  test('another day moves cases and duties, never people; another seed gives other people', () => {
    const later = defineCounty(tree, '2027-03-01T01:00:00.000Z');
    expect(later.households).toEqual(county.households);
    expect(later.accounts).toEqual(county.accounts);
    expect(later.cases[0]?.reportedAt).not.toBe(county.cases[0]?.reportedAt);
    expect(defineCounty(tree, NOW, 7).households).not.toEqual(county.households);
  });
});

function loginsOf(roles: readonly string[]): Set<string> {
  const keys = new Set(county.posts.filter((post) => roles.includes(post.role)).map((post) => post.key));
  return new Set(county.holders.filter((holder) => keys.has(holder.postKey)).map((holder) => holder.login));
}

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
