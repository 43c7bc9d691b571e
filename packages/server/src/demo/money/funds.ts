import type { FUND_KINDS } from '@yimen/contracts';
import type { DemoOffice } from '../offices/office.ts';

interface DemoReceipt {
  readonly source: 'government-input' | 'collective' | 'donation';
  readonly from: string;
  readonly amountFen: number;
  readonly voucherNo: string;
}

export interface DemoFund {
  readonly key: string;
  readonly kind: (typeof FUND_KINDS)[number];
  readonly name: string;
  readonly officeKey: string;
  readonly regionCode: string;
  readonly receipts: readonly DemoReceipt[];
}

/** Petty cash of a township: issued from the county's fiscal fund, never above its ceiling. */
export interface DemoPettyCash {
  readonly officeKey: string;
  readonly ceilingFen: number;
  readonly firstIssueFen: number;
  readonly voucherNo: string;
}

const YUAN = 100;
const COUNTY_BUDGET_FEN = 6_000_000 * YUAN;
/** Ceiling as practised in 安庆 (50,000 yuan a township); the binding value stands in the policy pack. */
const PETTY_CASH_CEILING_FEN = 50_000 * YUAN;
/** 舒城 practice: county, village collective and donors put in 10,000 yuan each. */
const SOCIETY_SHARE_FEN = 10_000 * YUAN;

/** Public money, the money of every village society and donors' money: separate funds that never mix. */
export function planFunds(offices: readonly DemoOffice[], county: string): DemoFund[] {
  const societies = offices.filter((office) => office.kind === 'mutual-aid-society');
  return [countyFund(county), charityFund(county), ...societies.map(societyFund)];
}

export function planPettyCash(offices: readonly DemoOffice[]): DemoPettyCash[] {
  return offices
    .filter((office) => office.kind === 'township-window')
    .map((office, index) => ({
      officeKey: office.key,
      ceilingFen: PETTY_CASH_CEILING_FEN,
      // Pilot townships were given the full sum, the others started smaller.
      firstIssueFen: PILOTS.includes(office.key) ? PETTY_CASH_CEILING_FEN : 30_000 * YUAN,
      voucherNo: `BYJ-${String(index + 1).padStart(3, '0')}`,
    }));
}

/** 裕安区 五(二): first pilots. */
const PILOTS = ['shipodian', 'shunhe', 'gulou'];

function countyFund(county: string): DemoFund {
  return {
    key: 'fund.county',
    kind: 'fiscal',
    name: '裕安区困难群众救助补助资金（临时救助）',
    officeKey: 'minzheng',
    regionCode: county,
    receipts: [
      { source: 'government-input', from: '裕安区财政局', amountFen: COUNTY_BUDGET_FEN, voucherNo: 'CZ-0001' },
    ],
  };
}

function charityFund(county: string): DemoFund {
  return {
    key: 'fund.charity',
    kind: 'donor',
    name: '裕安区慈善协会救急难专项',
    officeKey: 'cishan',
    regionCode: county,
    receipts: [{ source: 'donation', from: '爱心企业与个人', amountFen: 800_000 * YUAN, voucherNo: 'CS-0001' }],
  };
}

function societyFund(society: DemoOffice, index: number): DemoFund {
  const voucher = (letters: string) => `${letters}-${String(index + 1).padStart(4, '0')}`;
  return {
    key: `fund.${society.key}`,
    kind: 'society',
    name: `${society.name}资金`,
    officeKey: society.key,
    regionCode: society.regionCode,
    receipts: [
      { source: 'government-input', from: '裕安区财政局', amountFen: SOCIETY_SHARE_FEN, voucherNo: voucher('ZF') },
      { source: 'collective', from: '村（社区）集体经济', amountFen: SOCIETY_SHARE_FEN, voucherNo: voucher('JT') },
      { source: 'donation', from: '社会捐赠', amountFen: SOCIETY_SHARE_FEN, voucherNo: voucher('JZ') },
    ],
  };
}
