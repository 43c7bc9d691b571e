import { Button, Field, Notice, Skeleton, TextInput, useText } from '@yimen/ui';
import { useEffect, useRef, useState } from 'react';
import { useDirectory, windowOf } from '../directory/use-directory.ts';
import { ProblemNotice } from '../platform/ProblemNotice.tsx';
import { text as platformText } from '../platform/text.ts';
import type { Place } from './draft.ts';
import { PlacePicker } from './PlacePicker.tsx';
import { fieldId, type SectionProps } from './section.ts';
import { shortName } from './short-name.ts';
import { text } from './text.ts';

export function PlaceSection({ draft, change, errorOf }: SectionProps) {
  const t = useText(text);
  const p = useText(platformText);
  const { place } = draft;
  const [isPicking, setIsPicking] = useState(place === null);
  const changeButton = useRef<HTMLButtonElement>(null);
  const wasFound = useRef(false);
  const error = errorOf('place');
  const isOpen = isPicking || place === null;

  useEffect(() => {
    // The search has folded away under the finger: the focus goes on to what stands there now.
    if (!isOpen && wasFound.current) changeButton.current?.focus({ preventScroll: true });
    wasFound.current = false;
  }, [isOpen]);

  return (
    <fieldset className="yc-report-section ym-field" data-invalid={error === undefined ? undefined : ''}>
      <legend className="yc-report-legend">{t('place')}</legend>
      <p className="yc-report-help">{t('placeHelp')}</p>
      {error === undefined ? null : (
        <div className="ym-field-error" role="alert">
          {error}
        </div>
      )}
      {isOpen ? (
        <Picker
          place={place}
          onChoose={(chosen) => change({ place: chosen })}
          onFind={(found) => {
            wasFound.current = true;
            change({ place: found });
            setIsPicking(false);
          }}
        />
      ) : null}
      <div aria-live="polite">
        {place === null ? null : (
          <Notice kind="success" title={t('placeChosen', { place: shortName(place.fullName) })}>
            <WindowLine regionCode={place.code} />
            {isOpen ? null : (
              <Button kind="quiet" className="yc-place-change" ref={changeButton} onClick={() => setIsPicking(true)}>
                {t('placeChange')}
              </Button>
            )}
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
    </fieldset>
  );
}

interface PickerProps {
  readonly place: Place | null;
  readonly onChoose: (place: Place | null) => void;
  readonly onFind: (place: Place) => void;
}

function Picker(props: PickerProps) {
  const t = useText(text);
  const p = useText(platformText);
  const directory = useDirectory();
  if (directory.isPending) return <Skeleton label={t('placeLoading')} lines={3} />;
  if (directory.isError) {
    const retry = <Button onClick={() => void directory.refetch()}>{p('tryAgain')}</Button>;
    return <ProblemNotice problem={directory.error} action={retry} />;
  }
  return (
    <>
      <PlacePicker {...props} root={directory.data.root} />
      <p className="yc-report-help">{t('placeElsewhere')}</p>
    </>
  );
}

function WindowLine({ regionCode }: { readonly regionCode: string }) {
  const t = useText(text);
  const found = windowOf(useDirectory().data, regionCode);
  return found === undefined ? null : <p>{t('placeWindow', { window: found.name })}</p>;
}
