import { HIT_POLICIES } from '@yimen/rules';
import { z } from 'zod';
import { Id, Words } from './words.ts';

/** A figure or a flag may be written as YAML has it; a cell is FEEL text. */
const CellText = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const Input = z.union([
  z.string().transform((expression) => ({ expression })),
  z.strictObject({ expression: z.string(), label: Words.optional() }),
]);

/** A decision table in a file of rules; what its cells mean is checked with the rules of the place. */
export const DecisionTableFile = z.strictObject({
  hitPolicy: z.enum(HIT_POLICIES),
  inputs: z.array(Input),
  rules: z.array(
    z.strictObject({
      when: z.array(CellText),
      result: CellText,
      clause: Id.optional(),
      note: Words.optional(),
    }),
  ),
  default: CellText.optional(),
  complete: z.boolean().optional(),
});
