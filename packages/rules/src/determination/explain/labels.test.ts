import { expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { ParameterDefinition } from '../../policy/pack.ts';
import type { Unit } from '../../policy/unit.ts';
import type { RuleParameter } from '../model/rule-model.ts';
import { labelsOf } from './labels.ts';

const words = (text: string) => ({ zh: text, en: `${text} in English` });

const FACT = { ...aFact('colour', 'text'), options: [{ id: 'red', label: words('colour:red') }] };
const VARIABLE = { ...aVariable('kind', 'text', 'colour'), options: [{ id: 'green', label: words('kind:green') }] };
const DOOR = {
  ...aColumn('door', 'text'),
  label: words('door'),
  labels: { red: words('door:red'), pink: words('door:pink') },
};

function aParameter(id: string, unit: Unit, parts: Partial<ParameterDefinition> = {}): RuleParameter {
  const { definition } = aRuleParameter(id, unit);
  return { id, definition: { ...definition, label: words(id), ...parts } };
}

const labels = () =>
  labelsOf(
    aRuleSet({
      facts: [FACT],
      variables: [VARIABLE],
      parameters: [
        aParameter('usual', 'text', { labels: { red: words('usual:red'), blue: words('usual:blue') } }),
        aParameter('plain', 'text'),
        aParameter('tariff', 'table', { columns: [DOOR, aColumn('hat', 'text')] }),
      ],
    }),
  );

test('facts, variables and parameters have their own names, what nobody named its id', () => {
  expect([labels().of('colour'), labels().of('usual'), labels().of('nothing')]).toEqual([
    { zh: 'colour', en: 'colour' },
    { zh: 'usual', en: 'usual in English' },
    { zh: 'nothing', en: 'nothing' },
  ]);
});

test('a column is named with its table, one nobody named by its id', () => {
  expect(labels().ofColumn('tariff', 'door')).toEqual({
    zh: 'tariff（door）',
    en: 'tariff in English: door in English',
  });
  expect(labels().ofColumn('tariff', 'nothing')).toEqual({ zh: 'nothing', en: 'nothing' });
});

test.each([
  ['red', 'colour', 'colour:red'],
  ['green', 'kind', 'kind:green'],
  ['red', 'usual', 'usual:red'],
  ['red', 'tariff.door', 'door:red'],
])('the option %s of %s is called as that calls it: %s', (code, id, called) => {
  expect(labels().ofOption(code, id)).toEqual(words(called));
});

test.each([
  ['red', 'plain', 'colour:red'],
  ['blue', 'colour', 'usual:blue'],
  ['pink', 'tariff.hat', 'door:pink'],
  ['green', null, 'kind:green'],
])('the option %s of %s, which has no words for it, is called as anybody calls it: %s', (code, id, called) => {
  expect(labels().ofOption(code, id)).toEqual(words(called));
});

test('an option nobody has words for is told as its code', () => {
  expect(labels().ofOption('black', 'plain')).toEqual({ zh: 'black', en: 'black' });
});
