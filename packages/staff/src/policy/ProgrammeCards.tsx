import type { getPolicyPack, ResponseOf } from '@yimen/contracts';
import { DefinitionList, EmptyState, useText, useWords, type Words } from '@yimen/ui';
import { Section } from '../platform/layout/Section.tsx';
import { ClauseLine } from './ClauseLine.tsx';
import { categoryText } from './labels.ts';
import type { PolicyPartProps } from './ParameterList.tsx';
import { text } from './text.ts';

type Programme = ResponseOf<typeof getPolicyPack>['programmes'][number];

export function ProgrammeCards({ policy, search = '' }: Pick<PolicyPartProps, 'policy' | 'search'>) {
  const t = useText(text);
  const category = useText(categoryText);
  const found = policy.programmes.filter(({ name }) =>
    [name.zh, name.en].some((one) => one.toLowerCase().includes(search.toLowerCase())),
  );
  if (found.length === 0) return <EmptyState title={t('noProgrammes')} />;
  const categories = [...new Set(found.map((programme) => programme.category))];
  return categories.map((id) => (
    <Section key={id} id={`category-${id}`} title={category(id)}>
      <div className="yp-cards">
        {found
          .filter((programme) => programme.category === id)
          .map((programme) => (
            <ProgrammeCard key={programme.id} programme={programme} />
          ))}
      </div>
    </Section>
  ));
}

function ProgrammeCard({ programme }: { readonly programme: Programme }) {
  const t = useText(text);
  const words = useWords();
  const list = (all: readonly Words[]) => (all.length === 0 ? t('none') : all.map((one) => words(one)).join('、'));
  const limits = programme.limits.map(({ label, words: limit }) => ({
    zh: `${label.zh} ${limit?.zh ?? '—'}`,
    en: `${label.en} ${limit?.en ?? '—'}`,
  }));
  return (
    <article className="yp-card">
      <h3>{words(programme.name)}</h3>
      <DefinitionList
        items={[
          { key: 'lead', term: t('lead'), value: programme.leadName === null ? '—' : words(programme.leadName) },
          {
            key: 'eligible',
            term: t('eligible'),
            value: programme.eligible === null ? t('byPerson') : words(programme.eligible),
          },
          ...(programme.amount === null ? [] : [{ key: 'amount', term: t('amount'), value: words(programme.amount) }]),
          ...(programme.documents.length === 0
            ? []
            : [{ key: 'documents', term: t('documents'), value: list(programme.documents) }]),
          ...(limits.length === 0 ? [] : [{ key: 'limits', term: t('limits'), value: list(limits) }]),
          ...(programme.excludes.length === 0
            ? []
            : [{ key: 'excludes', term: t('excludes'), value: list(programme.excludes) }]),
        ]}
      />
      {programme.clauses.map((clause) => (
        <ClauseLine key={clause.id} clause={clause} />
      ))}
    </article>
  );
}
