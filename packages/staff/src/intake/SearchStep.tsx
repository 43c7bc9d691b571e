import type { PersonHit } from '@yimen/contracts';
import { Notice, useText } from '@yimen/ui';
import { Button } from 'antd';
import { PersonSearch, type SearchValues } from '../households/PersonSearch.tsx';
import { Section } from '../platform/layout/Section.tsx';
import type { Chosen } from './intake-input.ts';
import { text } from './text.ts';

export interface SearchStepProps {
  readonly subjectName: string | undefined;
  readonly onChoose: (choice: Chosen) => void;
  readonly onNew: (typed: SearchValues) => void;
}

/** Search before create: only a search that found nobody opens the form for a new household. */
export function SearchStep({ subjectName, onChoose, onNew }: SearchStepProps) {
  const t = useText(text);
  return (
    <Section id="intake-search" title={t('household')}>
      <p className="yc-faint yi-intro">{t('searchIntro')}</p>
      <PersonSearch
        initial={subjectName === undefined ? undefined : { name: subjectName }}
        actionOf={(hit) => <PickButton hit={hit} onChoose={onChoose} />}
        onNothing={(typed) => <Button onClick={() => onNew(typed)}>{t('newHousehold')}</Button>}
        onElsewhere={(elsewhere, typed) => (
          <Notice
            kind="warning"
            title={t('elsewhereTitle')}
            actions={
              <Button
                type="primary"
                onClick={() =>
                  onChoose({
                    is: 'known-elsewhere',
                    idNumber: typed.idNumber ?? '',
                    officeName: elsewhere.officeName,
                  })
                }
              >
                {t('serveHere')}
              </Button>
            }
          >
            {t('elsewhereText', { office: elsewhere.officeName, phone: elsewhere.officePhone ?? t('noPhone') })}
          </Notice>
        )}
      />
    </Section>
  );
}

function PickButton({ hit, onChoose }: { readonly hit: PersonHit; readonly onChoose: (choice: Chosen) => void }) {
  const t = useText(text);
  const { householdId, personId, name, regionName } = hit;
  if (householdId === null) {
    return (
      <Button
        aria-label={t('aloneOf', { name })}
        onClick={() => onChoose({ is: 'of-person', personId, name, regionName })}
      >
        {t('alone')}
      </Button>
    );
  }
  return (
    <Button
      aria-label={t('pickOf', { name })}
      onClick={() => onChoose({ is: 'known', householdId, name: hit.headName ?? name, regionName })}
    >
      {t('pick')}
    </Button>
  );
}
