import { stringify } from 'yaml';
import type { DmnDecision } from './dmn-model.ts';

/** A table as it stands in a version of a rule, ready to be put into a pack. */
export function tableYaml({ id, name, table }: DmnDecision): string {
  const inputs = table.inputs.map(({ expression, label }) => (label ? { expression, label } : expression));
  const text = stringify({ table: { ...table, inputs } }, { lineWidth: 120 });
  // A name is anybody's text and must not end the comment.
  return `# ${JSON.stringify(`${id} ${name}`)}\n${text}`;
}
