import { describe, expect, test } from 'vitest';
import { aPack, aParameter, aProgramme, aQuestion, aRule } from '../../testing/a-policy.ts';
import { checkUnread } from './check-unread.ts';
import type { Pack, Rule } from './pack.ts';

const figure = aParameter('aid.figure', 'fen', 1);
const span = aParameter('aid.span', 'limit', '10 workingDays');
const flag = aParameter('aid.delegated', 'flag', true);
const income = aQuestion('income', 'fen');
const words = { zh: '测试', en: 'test' };

function unreadIn(...packs: readonly Pack[]): readonly string[] {
  const issues = checkUnread(new Map(packs.map((pack) => [pack.id, pack])), ['aid.byCode']);
  return issues.map(({ packId, file, path, reason }) => `${packId} ${file} ${path.join('.')}: ${reason.en}`);
}

const UNREAD = (packId: string, file: string, index: number, id: string) =>
  `${packId} ${file} ${index}.id: ${id} is read by no rule, programme or procedure, nor by the code`;

describe('a figure nobody reads, a question answered for nothing', () => {
  test('is refused with its place', () => {
    const parameters = [aParameter('aid.byCode', 'fen', 1), figure];
    expect(unreadIn(aPack({ parameters, questions: [income] }))).toEqual([
      UNREAD('nation', 'parameters', 1, 'aid.figure'),
      UNREAD('nation', 'questions', 0, 'income'),
    ]);
  });

  test('is not where only a value is given', () => {
    expect(unreadIn(aPack({ parameters: [{ ...figure, definition: null }] }))).toEqual([]);
  });

  const table = (parts: Partial<NonNullable<Rule['versions'][number]['table']>>): Rule => {
    const rule = aRule('aidDue', 'flag', '');
    const whole = { hitPolicy: 'F', inputs: [], rules: [], ...parts } as const;
    return { ...rule, versions: rule.versions.map((version) => ({ ...version, table: whole })) };
  };

  test.each<[string, Rule]>([
    ['an expression', aRule('aidDue', 'flag', 'household.income < aid.figure')],
    ['a loop over members', aRule('aidDue', 'flag', 'some one in members satisfies one.income = aid.figure.column')],
    ['a column of a table', table({ inputs: [{ expression: 'income' }, { expression: 'aid.figure' }] })],
    ['cells of a table', table({ rules: [{ when: ['< income', '-'], result: 'aid.figure' }] })],
    ['what a table gives otherwise', table({ default: 'income - aid.figure' })],
  ])('is read by %s', (_, rule) => {
    expect(unreadIn(aPack({ parameters: [figure], questions: [income], rules: [rule] }))).toEqual([]);
  });

  test('is not read by what stands in quotes, nor by a longer name', () => {
    const rules = [aRule('aidDue', 'flag', 'kind = "income \\" aid.figure" and incomes = aid.figures')];
    expect(unreadIn(aPack({ parameters: [figure], questions: [income], rules }))).toHaveLength(2);
  });

  test('is read by a programme: a switch, limits, publicity, review, a paper that is needed only then', () => {
    const limit = { id: 'decide', label: words, parameter: 'aid.span' };
    const paper = { id: 'paper', label: words, provider: 'applicant', when: 'income', clause: 'law.1' } as const;
    const by = (parts: Parameters<typeof aProgramme>[0]) =>
      unreadIn(
        aPack({ parameters: [span, flag], questions: [income], programmes: [aProgramme({ id: 'aid', ...parts })] }),
      );
    const [bySpan, byFlag, byPaper] = ['aid.span', 'aid.delegated', 'income'];
    const read = (issues: readonly string[]) =>
      [bySpan, byFlag, byPaper].filter((id) => !issues.some((issue) => issue.includes(`: ${id} is`)));
    expect(read(by({}))).toEqual([]);
    expect(read(by({ limits: [limit] }))).toEqual([bySpan]);
    expect(read(by({ publicity: [{ ...limit, shows: ['name'], clause: 'law.1' }] }))).toEqual([bySpan]);
    expect(read(by({ reviewEvery: 'aid.span' }))).toEqual([bySpan]);
    expect(read(by({ decider: { duty: 'lead', level: 'county', delegatedWhen: 'aid.delegated' } }))).toEqual([byFlag]);
    expect(read(by({ documents: [paper] }))).toEqual([byPaper]);
  });

  test('is read by a step of a procedure', () => {
    const step = {
      ...{ id: 'a', label: words, actor: 'window-clerk', clause: 'law.1' },
      limit: { parameter: 'aid.span', startsAt: 'payment' },
      skippableWhen: { kind: 'parameter', id: 'aid.delegated', label: words },
    } as const;
    const procedures = [{ id: 'urgent', name: words, steps: [step] }];
    expect(unreadIn(aPack({ parameters: [span, flag], procedures }))).toEqual([]);
  });

  test('is read by a place below, not by one beside or above', () => {
    const rules = [aRule('aidDue', 'flag', 'aid.figure = 0')];
    const county = aPack({ id: 'county', inherits: 'nation', parameters: [figure] });
    const [below, beside] = ['county', 'nation'].map((inherits) => aPack({ id: 'town', inherits, rules }));
    expect(below && unreadIn(aPack(), county, below)).toEqual([]);
    expect(beside && unreadIn(aPack(), county, beside)).toHaveLength(1);
    expect(unreadIn(aPack({ rules }), county)).toHaveLength(1);
  });
});
