import type { CaseDetail } from '@yimen/contracts';
import { DefinitionList, useText } from '@yimen/ui';
import { participationText } from './labels.ts';
import { nameOfPost } from './name-of-post.ts';
import { text } from './text.ts';

/** Who answers for this case at this moment, who was asked first, who takes part. */
export function ResponsibilityCard({ file }: { readonly file: CaseDetail }) {
  const t = useText(text);
  const why = useText(participationText);
  return (
    <section className="yc-side-card" aria-labelledby="case-responsible">
      <h2 id="case-responsible">{t('whoAnswers')}</h2>
      <DefinitionList
        items={[
          { key: 'responsible', term: t('responsible'), value: nameOfPost(file.responsible) },
          { key: 'first', term: t('firstAsked'), value: nameOfPost(file.firstAsked) },
          ...(file.participants.length === 0
            ? []
            : [
                {
                  key: 'participants',
                  term: t('participants'),
                  value: (
                    <ul className="yc-bare">
                      {file.participants.map((one) => (
                        <li key={`${one.officeId}-${one.why}`}>
                          {one.officeName} <span className="yc-faint">{isKnown(one.why) ? why(one.why) : null}</span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
    </section>
  );
}

function isKnown(why: string): why is keyof typeof participationText.zh {
  return why in participationText.zh;
}
