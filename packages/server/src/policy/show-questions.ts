import type { QuestionView } from '@yimen/contracts';
import { type CheckedRules, INTEGER_UNITS, type PolicyOn, type Question, questionsIn } from '@yimen/rules';

/** Every question of the place, in the order of the packs. */
export function questionViews({ chain }: PolicyOn, rules: CheckedRules): readonly QuestionView[] {
  return questionsIn(chain).map((question) => questionView(question, rules));
}

/** What may be answered is what the rules can compute with. */
export function questionView(question: Question, { catalogue }: CheckedRules): QuestionView {
  const { id, on, label, help, unit, per, options, sensitivity, dataSource, usual } = question;
  const range = INTEGER_UNITS.includes(unit) ? catalogue.entries.get(id)?.range : undefined;
  return {
    id,
    on,
    label,
    help,
    unit,
    per,
    smallest: range?.low ?? null,
    largest: range?.high ?? null,
    options: options.map((option) => ({ id: option.id, label: option.label })),
    sensitivity,
    dataSource,
    usual,
  };
}
