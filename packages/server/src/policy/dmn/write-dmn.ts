import type { HitPolicy, TableInput, TableRule } from '@yimen/rules';
import { ANNOTATIONS, DMN_NAMESPACES, type DmnDecision, type DmnVersion, OWN_NAMESPACE } from './dmn-model.ts';
import { element, type Xml, xmlText } from './xml-text.ts';

const HIT_POLICIES: Readonly<Record<HitPolicy, Readonly<Record<string, string>>>> = {
  U: { hitPolicy: 'UNIQUE' },
  A: { hitPolicy: 'ANY' },
  F: { hitPolicy: 'FIRST' },
  'C+': { hitPolicy: 'COLLECT', aggregation: 'SUM' },
};

/** A DMN file that modellers open and `readDmn` reads back as it was. Versions differ in the namespace only. */
export function writeDmn(decisions: readonly DmnDecision[], version: DmnVersion = '1.3'): string {
  const root = element(
    'definitions',
    {
      xmlns: DMN_NAMESPACES[version],
      'xmlns:yimen': OWN_NAMESPACE,
      id: 'definitions',
      name: decisions[0]?.name ?? '',
      namespace: OWN_NAMESPACE,
    },
    decisions.flatMap(decisionElements),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(root)}\n`;
}

/** Inputs that are plain names become input data, so that other engines know the names. */
function decisionElements(decision: DmnDecision, place: number): readonly Xml[] {
  const { id, name, output, type, table } = decision;
  const names = table.inputs.map(({ expression }) => (/^[A-Za-z]\w*$/.test(expression) ? expression : null));
  const data = [...new Set(names.filter((one) => one !== null))];
  const dataId = (one: string) => `data_${place + 1}_${one}`;
  const requirements = data.map((one) =>
    element('informationRequirement', {}, [element('requiredInput', { href: `#${dataId(one)}` })]),
  );
  return [
    element('decision', { id, name }, [
      element('variable', { name: output, ...typed(type) }),
      ...requirements,
      tableElement(decision),
    ]),
    ...data.map((one) => {
      const type = decision.inputTypes[names.indexOf(one)] ?? null;
      return element('inputData', { id: dataId(one), name: one }, [element('variable', { name: one, ...typed(type) })]);
    }),
  ];
}

function tableElement({ table, inputTypes, output, type }: DmnDecision): Xml {
  const { hitPolicy, inputs, rules, default: otherwise, complete } = table;
  const columns = annotationsOf(rules);
  const rest = otherwise === undefined ? [] : [element('defaultOutputEntry', {}, [textElement(otherwise)])];
  return element(
    'decisionTable',
    { ...HIT_POLICIES[hitPolicy], ...(complete === true && { 'yimen:complete': 'true' }) },
    [
      ...inputs.map((input, column) => inputElement(input, inputTypes[column] ?? null)),
      element('output', { name: output, ...typed(type) }, rest),
      ...columns.map((name) => element('annotation', { name })),
      ...rules.map((rule) => ruleElement(rule, columns)),
    ],
  );
}

function inputElement({ expression, label }: TableInput, type: DmnDecision['type']): Xml {
  return element('input', label ? { label: label.zh, 'yimen:labelEn': label.en } : {}, [
    element('inputExpression', typed(type), [textElement(expression)]),
  ]);
}

function ruleElement(rule: TableRule, columns: readonly string[]): Xml {
  return element('rule', {}, [
    ...rule.when.map((cell) => element('inputEntry', {}, [textElement(cell)])),
    element('outputEntry', {}, [textElement(rule.result)]),
    ...columns.map((name) => element('annotationEntry', {}, [textElement(annotationOf(rule, name))])),
  ]);
}

/** Only the columns that some rule fills. */
function annotationsOf(rules: readonly TableRule[]): readonly string[] {
  return Object.values(ANNOTATIONS).filter((name) => rules.some((rule) => annotationOf(rule, name) !== ''));
}

function annotationOf({ clause = '', note }: TableRule, name: string): string {
  if (name === ANNOTATIONS.clause) return clause;
  return (name === ANNOTATIONS.zh ? note?.zh : note?.en) ?? '';
}

function textElement(text: string): Xml {
  return element('text', {}, text);
}

function typed(type: DmnDecision['type']): Readonly<Record<string, string>> {
  return type ? { typeRef: type } : {};
}
