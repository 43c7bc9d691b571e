import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import { formatValue } from '../../explanation/format-value.ts';
import type { Language } from '../../text.ts';
import type { DatedValue, PackChain, ParameterDefinition } from '../pack.ts';
import { resolveParameter } from '../resolve-parameter.ts';
import type { ParameterValue } from '../unit.ts';
import { cautionAbout, NOTHING_LEFT } from './change-caution.ts';
import { type ChangeWords, sayChange } from './change-words.ts';
import { findNamedDefinition } from './named-options.ts';
import type { ChangeOf } from './policy-change.ts';
import { cautionsAboutTable } from './table-caution.ts';
import { tableDifference } from './table-difference.ts';

/** From which figure to which; of a table row by row. */
export function describeValue(chain: PackChain, { packId, target, value }: ChangeOf<'parameterValue'>): ChangeWords {
  const definition = findNamedDefinition(chain, target);
  if (!definition) return { zh: `${target}（未定义）`, en: `${target} (not defined)`, rows: [] };
  const valueOn = (on: PlainDate) => {
    const resolved = resolveParameter({ chain, on, version: '' }, target, value.area);
    return resolved.known ? resolved.value : null;
  };
  const was = valueOn(addDays(value.from, -1));
  const above = valueAbove(chain, packId, { ...value, target });
  const isTable = definition.unit === 'table';
  const rows = isTable ? tableDifference(definition.columns, rowsOf(was), rowsOf(value.value)) : [];
  const told = sayChange({ ...value, chain, packId }, (language) => [
    named(definition, value, language),
    value.value === null ? repealed(above, definition, language) : moved([was, value.value], definition, language),
  ]);
  const isLost = value.value === null && above === null;
  const caution = isLost ? NOTHING_LEFT : cautionAbout({ was, wouldBe: valueOn(value.from), is: value.value });
  const inTable =
    isTable && was !== null && value.value !== null
      ? cautionsAboutTable(definition.columns, rowsOf(was), rowsOf(value.value))
      : [];
  return { ...told, rows, cautions: [...(caution ? [caution] : []), ...inTable] };
}

/** What the packs above say on its day, once this one is silent. */
function valueAbove(
  chain: PackChain,
  packId: string,
  { target, from, area }: Pick<DatedValue, 'from' | 'area'> & { readonly target: string },
): ParameterValue | null {
  const above = chain.slice(chain.findIndex(({ id }) => id === packId) + 1);
  const resolved = resolveParameter({ chain: above, on: from, version: '' }, target, area);
  return resolved.known ? resolved.value : null;
}

function repealed(above: ParameterValue | null, definition: ParameterDefinition, language: Language): string {
  const zh = language === 'zh';
  if (above === null) return zh ? '停用本地规定，上级没有规定' : 'is repealed here, and no pack above sets it';
  const { unit } = definition;
  const value = unit === 'table' || unit === 'list' ? '' : showerOf(definition, language)(above);
  if (zh) return `停用本地规定，改按上级规定${value && `（${value}）`}`;
  return `is repealed here: the pack above speaks again${value && ` (${value})`}`;
}

function rowsOf(value: ParameterValue | null) {
  // A table is a list of rows: its definition was checked to be one.
  return (Array.isArray(value) ? value : []) as Parameters<typeof tableDifference>[1];
}

function named({ label, byArea }: ParameterDefinition, { area }: DatedValue, language: Language): string {
  if (!byArea || area === null) return label[language];
  if (language === 'zh') return `${label.zh}（${area === 'urban' ? '城镇' : '农村'}）`;
  return `${label.en} (${area})`;
}

function moved(
  [was, is]: readonly [ParameterValue | null, ParameterValue],
  definition: ParameterDefinition,
  language: Language,
): string {
  const { unit } = definition;
  const show = showerOf(definition, language);
  const zh = language === 'zh';
  if (was === null) return zh ? `设为${show(is)}` : `is set to ${show(is)}`;
  if (unit === 'table') return zh ? '调整为新表' : 'gets a new table';
  if (typeof was !== 'number' || typeof is !== 'number' || was === is) {
    return zh ? `由${show(was)}改为${show(is)}` : `changes from ${show(was)} to ${show(is)}`;
  }
  const part = was === 0 ? '' : `${zh ? '（' : ' ('}${percent(was, is)}${zh ? '）' : ')'}`;
  if (zh) return `从${show(was)}${is > was ? '提高' : '降低'}到${show(is)}${part}`;
  return `${is > was ? 'rises' : 'falls'} from ${show(was)} to ${show(is)}${part}`;
}

function showerOf({ unit, per, label, labels }: ParameterDefinition, language: Language) {
  const isChosen = unit === 'text' || unit === 'list';
  const called = (value: ParameterValue) =>
    [value].flat().map((code) => labels?.[String(code)]?.[language] ?? String(code));
  return (value: ParameterValue) =>
    formatValue({ value: isChosen ? called(value) : value, unit, per: unit === 'fen' ? null : per, label }, language);
}

/** To a tenth of a percent, rounded half away from zero, in whole numbers: `+5.0%`. */
function percent(was: number, is: number): string {
  const tenths = Math.round((Math.abs(is - was) * 1000) / Math.abs(was));
  return `${is > was ? '+' : '-'}${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
