import { evaluateFeel, type FeelQuestion } from '../src/feel/evaluate-feel.ts';

/** The answer as short text: `3`, `"a"`, `@"2026-03-01"`, `[1, null]`, or `refused UNKNOWN_NAME`. */
export function askFeel(expression: string, more: Omit<FeelQuestion, 'expression'> = {}): string {
  const answer = evaluateFeel({ expression, ...more });
  return answer.ok ? shown(answer.value) : `refused ${answer.refusal.code}`;
}

function shown(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(shown).join(', ')}]`;
  if (json === null || typeof json !== 'object') return JSON.stringify(json);
  const { '@type': type, value } = json as Readonly<Record<string, unknown>>;
  if (type === 'number') return String(value);
  if (typeof type === 'string' && typeof value === 'string' && type !== 'function') return `@"${value}"`;
  return `{${Object.entries(json)
    .map(([name, inner]) => `${name}: ${shown(inner)}`)
    .join(', ')}}`;
}
