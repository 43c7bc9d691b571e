import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Refused } from '../platform/refused.ts';
import { parseReturnFile } from './parse-return-file.ts';
import { safeCell, unsafeCell } from './safe-cell.ts';
import { BANK_FILE_COLUMNS, writeBankFile } from './write-bank-file.ts';

const STARTS = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '｜', '％', '﹢', '﹣'];
const BEFORE = [
  '',
  ' ',
  '   ',
  '\u00A0',
  '\u3000',
  '\uFEFF',
  '\u200B',
  '\u2060',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u0000',
  '\u2028',
];
const HOSTILE = STARTS.flatMap((start) => BEFORE.map((before) => `${before}${start}cmd|'/C calc'!A0`));
const NAMES = [
  '张三',
  '欧阳·娜娜',
  'O’Neil',
  '买买提·吐尔逊',
  '𬱟小𠅤',
  '"引号"先生',
  '逗号,女士',
  "'单引号",
  ' 前后有空格 ',
];

const line = (payeeName: string, index = 0) => ({
  paymentId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  payeeName,
  bankName: '农商银行',
  account: '9990000000001234',
  amountFen: 160_005,
});

function cellsOf(bytes: Buffer): string[][] {
  return parse(bytes, { bom: true });
}

describe('the file for the bank', () => {
  test('has the columns of the common form, a mark for spreadsheets, amounts without separators', () => {
    const bytes = writeBankFile('PC20260302000001', [line('张三')]);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [header, row] = cellsOf(bytes);
    expect(header).toEqual([...BANK_FILE_COLUMNS]);
    expect(row).toEqual([
      '1',
      'PC20260302000001',
      '张三',
      '农商银行',
      '9990000000001234',
      '1600.05',
      '急难救助PC20260302000001',
      line('张三').paymentId,
    ]);
  });

  test(`no cell begins a formula, whatever stands before it (${HOSTILE.length} payloads)`, () => {
    const bytes = writeBankFile('PC1', HOSTILE.map(line));
    for (const row of cellsOf(bytes))
      for (const cell of row) expect(cell.trimStart(), cell).not.toMatch(/^[=+\-@|%＝＋－＠｜％﹢﹣\t\r\n]/u);
    expect(
      cellsOf(bytes)
        .slice(1)
        .every((row) => row[2]?.startsWith("'")),
    ).toBe(true);
  });

  test('a name cannot open a line of its own', () => {
    const attack = '李四\r\n2,PC1,坏人,农商银行,9999999999999999,99999.00,急难救助,x';
    const text = writeBankFile('PC1', [line(attack), line('李四\u2028坏人'), line('李四\u0085坏人')]).toString('utf8');
    expect(text.trimEnd().split(/\r\n|\r|\n|\u2028|\u0085/u)).toHaveLength(4);
    expect(cellsOf(Buffer.from(text)).map((row) => row.length)).toEqual([8, 8, 8, 8]);
  });

  test('hostile accounts and banks are as harmless as names', () => {
    const bytes = writeBankFile('PC1', [{ ...line('张三'), account: '=1+1', bankName: '@SUM(A1)' }]);
    expect(cellsOf(bytes)[1]?.slice(3, 5)).toEqual(["'@SUM(A1)", "'=1+1"]);
  });

  test('ordinary and rare names come back as they were', () => {
    for (const name of NAMES) {
      const cell = cellsOf(writeBankFile('PC1', [line(name)]))[1]?.[2] ?? '';
      expect(cell, name).toBe(name);
      expect(unsafeCell(safeCell(`=${name}`))).toBe(`=${name}`);
    }
  });

  test('the same lines give the same bytes', () => {
    const lines = HOSTILE.map(line);
    expect(writeBankFile('PC1', lines).equals(writeBankFile('PC1', lines))).toBe(true);
  });
});

describe('the file from the bank', () => {
  const ID = line('').paymentId;

  test('UTF-8 with and without mark, UTF-16 and GBK read alike', () => {
    const text = `支付单号,收款人姓名,金额(元),处理结果,失败原因\r\n${ID},张三,"1,600.05",失败,账户已销户\r\n`;
    // 支付单号,… in GBK, as banks of the mainland send it.
    const gbk = Buffer.from(
      'd6a7b8b6b5a5bac52cbdf0b6ee2cb4a6c0edbde1b9fb2cd0d5c3fb0d0a' +
        Buffer.from(`${ID},1600.05,`).toString('hex') +
        'caa7b0dc2cd5c5c8fd0d0a',
      'hex',
    );
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      expect(parseReturnFile(bytes)).toMatchObject([
        { lineNo: 2, paymentId: ID, name: '张三', amountFen: 160_005, result: 'failure', reason: '账户已销户' },
      ]);
    }
    expect(parseReturnFile(gbk)).toMatchObject([
      { paymentId: ID, name: '张三', amountFen: 160_005, result: 'failure' },
    ]);
  });

  test('columns by name in any order, with titles above, totals below, and the usual separators', () => {
    for (const separator of [',', '\t', '|', ';']) {
      const rows = [
        ['裕安区救助资金发放回盘'],
        [],
        ['状态', '实发金额（元）', '业务单号', '户名'],
        ['交易成功', '1600.05', ID.toUpperCase(), "'=张三"],
        ['合计', '1600.05', '', ''],
      ];
      const text = rows.map((row) => row.join(separator)).join('\n');
      expect(parseReturnFile(Buffer.from(text)), separator).toMatchObject([
        { lineNo: 4, paymentId: ID, name: '=张三', amountFen: 160_005, result: 'success' },
      ]);
    }
  });

  test('a word that is not known is no result, an odd amount is no amount', () => {
    const text = `支付单号,金额,处理结果\n${ID},-5,处理中\n${ID},1e3,成功?\n`;
    expect(parseReturnFile(Buffer.from(text)).map(({ amountFen, result }) => [amountFen, result])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a spreadsheet archive', Buffer.from('504b030414000600080000002100', 'hex')],
    ['zeros', Buffer.alloc(4096)],
    ['a page', Buffer.from('<html><body>404</body></html>')],
    ['a header without lines', Buffer.from('支付单号,金额,处理结果\n')],
    ['no result column', Buffer.from(`支付单号,金额\n${ID},1\n`)],
    ['broken bytes', Buffer.from([0xff, 0xff, 0xff, 0x80, 0x2c])],
    ['an endless line', Buffer.from(`支付单号,金额,处理结果\n"${'x'.repeat(100_000)}`)],
    ['too many lines', Buffer.from(`支付单号,金额,处理结果\n${`${ID},1,成功\n`.repeat(20_001)}`)],
  ])('%s is refused, not guessed at', (_name, bytes) => {
    expect(() => parseReturnFile(bytes)).toThrowError(expect.objectContaining({ code: 'FILE_UNREADABLE' }) as Refused);
  });

  test('header names of the language itself are only names', () => {
    const text = `__proto__,constructor,支付单号,金额,处理结果\nx,y,${ID},16.00,成功\n`;
    expect(parseReturnFile(Buffer.from(text))).toMatchObject([{ paymentId: ID, amountFen: 1_600 }]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
