import type { PolicyClause } from '@yimen/contracts';
import { titleInWords } from '@yimen/rules';
import { useLanguage, useText } from '@yimen/ui';
import { Select } from 'antd';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { text } from '../text.ts';
import { CheckedItem } from './CheckedItem.tsx';
import type { LiveCheck } from './use-live-check.ts';

export interface ValidityItemsProps {
  readonly clauses: readonly PolicyClause[];
  readonly earliest: string;
  readonly check: LiveCheck;
}

/** From when to when, and on what basis. */
export function ValidityItems({ clauses, earliest, check }: ValidityItemsProps) {
  const t = useText(text);
  const language = useLanguage();
  const options = clauses.map(({ id, article, paraphrase, instrument }) => {
    const title = titleInWords(instrument, language);
    const where = language === 'zh' ? `${title}${article.zh}：` : `${title}, ${article.en}: `;
    return { value: id, label: where + paraphrase[language] };
  });
  return (
    <>
      <div className="yp-two">
        <CheckedItem
          field="from"
          check={check}
          name="from"
          label={t('from')}
          rules={[{ required: true, message: t('fromNeeded') }]}
        >
          <CivilDateField min={earliest} />
        </CheckedItem>
        <CheckedItem field="to" check={check} name="to" label={t('to')} extra={t('toHint')}>
          <CivilDateField min={earliest} />
        </CheckedItem>
      </div>
      <CheckedItem
        field="clause"
        check={check}
        name="clause"
        label={t('clause')}
        rules={[{ required: true, message: t('clauseNeeded') }]}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </CheckedItem>
    </>
  );
}
