import { Button, Field, Notice, Skeleton, TextInput, useText } from '@yimen/ui';
import { useState } from 'react';
import { useDirectory, windowOf } from '../directory/use-directory.ts';
import { ProblemNotice } from '../platform/ProblemNotice.tsx';
import { text as platformText } from '../platform/text.ts';
import type { Place } from './draft.ts';
import { readLastPlace } from './last-place.ts';
import { PlaceLevel } from './PlaceLevel.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import { fieldId, type SectionProps } from './section.ts';
import { text } from './text.ts';

export function PlaceSection({ draft, change, errorOf }: SectionProps) {
  const t = useText(text);
  const p = useText(platformText);
  const directory = useDirectory();
  const error = errorOf('place');
  return (
    <fieldset className="yc-report-section ym-field" data-invalid={error === undefined ? undefined : ''}>
      <legend className="yc-report-legend">{t('place')}</legend>
      <p className="yc-report-help">{t('placeHelp')}</p>
      {error === undefined ? null : (
        <div className="ym-field-error" role="alert">
          {error}
        </div>
      )}
      {directory.isPending ? <Skeleton label={t('placeLoading')} lines={2} /> : null}
      {directory.isError ? (
        <ProblemNotice
          problem={directory.error}
          action={<Button onClick={() => void directory.refetch()}>{p('tryAgain')}</Button>}
        />
      ) : null}
      {directory.isSuccess ? (
        <>
          <LastPlace place={draft.place} onChoose={(place) => change({ place })} />
          <PlaceSearch id={fieldId('place')} root={directory.data.root} onChoose={(place) => change({ place })} />
          <p className="yc-report-help">{t('placeOrChoose')}</p>
          <PlaceLevel
            parent={{ code: directory.data.root }}
            place={draft.place}
            onChoose={(place) => change({ place })}
            above={null}
          />
        </>
      ) : null}
      <div aria-live="polite">
        {draft.place === null ? null : (
          <Notice kind="success" title={t('placeChosen', { place: shortName(draft.place) })}>
            <WindowLine regionCode={draft.place.code} />
          </Notice>
        )}
      </div>
      <Field
        id={fieldId('placeDetail')}
        label={t('placeDetail')}
        optionalText={p('optional')}
        help={t('placeDetailHelp')}
        error={errorOf('placeDetail')}
      >
        <TextInput
          value={draft.placeDetail}
          onChange={(placeDetail) => change({ placeDetail })}
          maxLength={200}
          autoComplete="off"
        />
      </Field>
      <p className="yc-report-help">{t('placeElsewhere')}</p>
    </fieldset>
  );
}

function LastPlace({ place, onChoose }: { readonly place: Place | null; readonly onChoose: (place: Place) => void }) {
  const t = useText(text);
  const [last] = useState(readLastPlace);
  if (last === undefined || place !== null) return null;
  return (
    <Button block onClick={() => onChoose(last)}>
      {t('placeLast', { place: shortName(last) })}
    </Button>
  );
}

function WindowLine({ regionCode }: { readonly regionCode: string }) {
  const t = useText(text);
  const found = windowOf(useDirectory().data, regionCode);
  return found === undefined ? null : t('placeWindow', { window: found.name });
}

/** 石婆店镇三岔村 of 安徽省六安市裕安区石婆店镇三岔村. */
function shortName({ fullName }: Place): string {
  return /^.*?[市州盟].*?[市区县旗](?=.)(.+)$/u.exec(fullName)?.[1] ?? fullName;
}
