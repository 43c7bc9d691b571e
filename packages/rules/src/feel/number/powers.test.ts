import { expect, test } from 'vitest';
import { askFeel } from '../../../testing/ask-feel.ts';

test.each([
  // Each end of what 10^±6144 allows, by every way to get there.
  ['9 * 10 ** 6144', '9e+6144'],
  ['5 * (2 * 10 ** 6144)', 'refused NUMBER_RANGE'],
  ['1.5 * 10 ** 6144', '1.5e+6144'],
  ['99 * 10 ** 6144', 'refused NUMBER_RANGE'],
  ['10 ** -6144', '1e-6144'],
  ['10 ** -6145', 'refused NUMBER_RANGE'],
  ['1.5 * 10 ** -6144', '1.5e-6144'],
  ['15 * 10 ** -6145', 'refused NUMBER_RANGE'],
])('%s is %s: a result beyond 10^±6144 is refused, never rounded to nothing', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});

test.each([
  ['1 ** 999999999', '1'],
  ['1 ** -5', '1'],
  ['(-1) ** 999999999', '-1'],
  ['(-1) ** 999999998', '1'],
  ['(-1) ** -3', '-1'],
  ['(-10) ** 3', '-1000'],
  ['(-10) ** 2', '100'],
  ['100 ** -2', '0.0001'],
  ['7 ** 0', '1'],
  ['0.5 ** -3', '8'],
  ['20 ** -2', '0.0025'],
  ['0.2 ** 3', '0.008'],
  ['(-0.5) ** -3', '-8'],
  // 20,000 digits of the exact power are computed, no more.
  ['1.1 ** 10000', '8.449900251200347957281490432934723e+413'],
  ['1.1 ** 10001', 'refused NUMBER_RANGE'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});

test.each([
  ['exp(0.5)', '1.648721270700128146848650787814164'],
  ['exp(2.5)', '12.18249396070347343807017595116797'],
  ['exp(-0.1)', '0.9048374180359595731642490594464366'],
  ['exp(10)', '22026.46579480671651695790064528424'],
  ['exp(0.000001)', '1.000001000000500000166666708333342'],
  // What is below the last digit tells which way a tie goes.
  ['exp(5e-34)', '1.000000000000000000000000000000001'],
  ['exp(-5e-35)', '1'],
  ['exp(1e-100)', '1'],
  ['exp(-1e-100)', '1'],
  ['exp(14149)', '6.80180926097889412553005085189773e+6144'],
  ['exp(14150)', 'refused NUMBER_RANGE'],
  ['exp(-14147)', '1.086336857653553410424006650973048e-6144'],
  ['exp(-14150)', 'refused NUMBER_RANGE'],
  ['exp(1e30)', 'refused NUMBER_RANGE'],
  ['exp(-1e30)', 'refused NUMBER_RANGE'],
  ['log(2)', '0.6931471805599453094172321214581766'],
  ['log(5)', '1.609437912434100374600759333226188'],
  ['log(9.99)', '2.301584592660462150517848472430296'],
  ['log(0.5)', '-0.6931471805599453094172321214581766'],
  ['log(123.456)', '4.815884817283263883109232105166526'],
  ['log(7e20)', '47.99761200893622698546518183713046'],
  ['log(1e-10)', '-23.02585092994045684017991454684364'],
  ['log(1.000000000000000000000000000000001)', '0.0000000000000000000000000000000009999999999999999999999999999999995'],
  // A tie as far as ninety decimals show: which way it goes cannot be said.
  ['log(0.999999999999999999999999999999999)', 'refused UNDECIDED'],
  ['log(-1)', 'null'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});
