import type { Words } from '@yimen/contracts';
import {
  AREAS,
  type Area,
  areaIn,
  canonicalJson,
  type Determined,
  findDefinition,
  findVersion,
  formatValue,
  type PolicyOn,
  resolveParameter,
  ruleSetOf,
} from '@yimen/rules';

type Of = Pick<Determined, 'policy' | 'facts'>;

/** What the policy of the place said otherwise on the later day: figures, of where the household lives, and rules. */
export function changedPolicy({ policy: before, facts: known }: Of, { policy: after, facts }: Of): Words[] {
  if (before.version === after.version && before.on === after.on && before.chain === after.chain) return [];
  const [was, is] = [ruleSetOf(before.chain), ruleSetOf(after.chain)];
  const lived = [areaIn(known), areaIn(facts)];
  const areas = AREAS.filter((area) => lived.includes(area) || lived.includes(null));
  const ids = new Set([...was.parameters, ...is.parameters].map(({ id }) => id));
  const rules = new Map([...was.variables, ...is.variables].map((variable) => [variable.id, variable.label]));
  const expressionIn = (set: typeof was, id: string, on: string) => {
    const variable = set.variables.find((one) => one.id === id);
    return variable && findVersion(variable, on)?.expression;
  };
  return [
    ...[...ids].flatMap((id) => changedParameter(id, before, after, areas)),
    ...[...rules].flatMap(([id, label]): Words[] =>
      expressionIn(was, id, before.on) === expressionIn(is, id, after.on)
        ? []
        : [{ zh: `规则“${label.zh}”已改写。`, en: `The rule “${label.en}” was rewritten.` }],
    ),
  ];
}

function changedParameter(id: string, before: PolicyOn, after: PolicyOn, areas: readonly Area[]): Words[] {
  const definition = findDefinition(after.chain, id) ?? findDefinition(before.chain, id);
  if (!definition) return [];
  return (definition.byArea ? areas : [null]).flatMap((area): Words[] => {
    const [was, is] = [resolveParameter(before, id, area), resolveParameter(after, id, area)];
    const [old, now] = [was.known ? was.value : null, is.known ? is.value : null];
    // Rows that come from the database have their keys in another order.
    if (canonicalJson(old) === canonicalJson(now)) return [];
    if (definition.unit === 'table' && was.known && is.known) return [tableWords(definition.label)];
    const words = (found: typeof was, language: 'zh' | 'en') =>
      found.known
        ? formatValue({ ...found, label: definition.label }, language)
        : { zh: '没有规定', en: 'not set' }[language];
    const place = area === null ? { zh: '', en: '' } : AREA_WORDS[area];
    return [
      {
        zh: `${definition.label.zh}${place.zh}：由${words(was, 'zh')}变为${words(is, 'zh')}。`,
        en: `${definition.label.en}${place.en}: changed from ${words(was, 'en')} to ${words(is, 'en')}.`,
      },
    ];
  });
}

function tableWords({ zh, en }: Words): Words {
  return { zh: `“${zh}”一表已调整。`, en: `The table “${en}” was changed.` };
}

const AREA_WORDS = { urban: { zh: '（城镇）', en: ' (town)' }, rural: { zh: '（农村）', en: ' (village)' } } as const;
