import type { PersonHit } from '@yimen/contracts';
import { Notice, useText } from '@yimen/ui';
import { Button, Form } from 'antd';
import { PersonSearch, type SearchValues } from '../households/PersonSearch.tsx';
import { ChosenHousehold } from './ChosenHousehold.tsx';
import { type Chosen, firstMember, type IntakeValues } from './intake-input.ts';
import { MembersSection } from './MembersSection.tsx';
import { text } from './text.ts';

export interface HouseholdStepProps {
  readonly subjectName: string | undefined;
  readonly placeName: string | undefined;
  readonly onChosen: () => void;
}

/** Search before create: only a search that found nobody opens the form for a new household. */
export function HouseholdStep({ subjectName, placeName, onChosen }: HouseholdStepProps) {
  const t = useText(text);
  const form = Form.useFormInstance<IntakeValues>();
  const chosen = Form.useWatch('chosen', form);

  function choose(choice: Chosen | undefined): void {
    form.setFieldValue('chosen', choice);
    onChosen();
  }

  function startNew(typed: SearchValues): void {
    const region = typed.regionCode ?? form.getFieldValue(['household', 'regionCode']);
    form.setFieldValue(['household', 'regionCode'], region);
    form.setFieldValue(['household', 'members'], [firstMember(typed, region)]);
    choose({ is: 'new' });
  }

  return (
    <section className="yc-section" aria-labelledby="intake-household">
      <h2 className="yc-section-title" id="intake-household">
        {t('household')}
      </h2>
      {chosen === undefined ? (
        <Search subjectName={subjectName} onChoose={choose} onNew={startNew} />
      ) : (
        <ChosenHousehold chosen={chosen} onAgain={() => choose(undefined)} />
      )}
      {chosen?.is === 'new' ? <MembersSection placeName={placeName} /> : null}
    </section>
  );
}

interface SearchProps {
  readonly subjectName: string | undefined;
  readonly onChoose: (choice: Chosen) => void;
  readonly onNew: (typed: SearchValues) => void;
}

function Search({ subjectName, onChoose, onNew }: SearchProps) {
  const t = useText(text);
  return (
    <>
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
    </>
  );
}

function PickButton({ hit, onChoose }: { readonly hit: PersonHit; readonly onChoose: (choice: Chosen) => void }) {
  const t = useText(text);
  const { householdId } = hit;
  if (householdId === null) return <span className="yc-faint">{t('noHousehold')}</span>;
  return (
    <Button
      aria-label={t('pickOf', { name: hit.name })}
      onClick={() => onChoose({ is: 'known', householdId, name: hit.headName ?? hit.name, regionName: hit.regionName })}
    >
      {t('pick')}
    </Button>
  );
}
