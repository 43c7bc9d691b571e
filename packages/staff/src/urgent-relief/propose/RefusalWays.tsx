import type { LadderLevel } from '@yimen/contracts';
import { type Problem, useText } from '@yimen/ui';
import { Button, type FormInstance } from 'antd';
import { levelText } from '../labels.ts';
import { text } from '../text.ts';
import type { GrantValues } from './grant-input.ts';

export interface RefusalWaysProps {
  readonly problem: Problem;
  readonly form: FormInstance<GrantValues>;
  readonly onMore: () => void;
}

/** What can be done after a refusal, one press away. */
export function RefusalWays({ problem, form, onMore }: RefusalWaysProps) {
  const t = useText(text);
  const level = useText(levelText);
  const openLevel = problem.facts['openLevel'];

  function askNewFact(): void {
    onMore();
    // The field is drawn after this press.
    setTimeout(() => form.getFieldInstance('newFact')?.focus?.(), 0);
  }

  if (problem.code === 'SAME_EVENT' || problem.code === 'EVIDENCE_REUSED') {
    return <Button onClick={askNewFact}>{t('askFollowUp')}</Button>;
  }
  if (problem.code === 'LADDER_NOT_EXHAUSTED' && isLevel(openLevel)) {
    return (
      <Button onClick={() => form.setFieldValue('level', openLevel)}>
        {t('useLevelInstead', { level: level(openLevel) })}
      </Button>
    );
  }
  return null;
}

function isLevel(value: unknown): value is LadderLevel {
  return value === 'village' || value === 'township' || value === 'county';
}
