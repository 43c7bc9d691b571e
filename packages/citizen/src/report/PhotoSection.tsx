import { Button, Field, Notice, PhotoInput, useText } from '@yimen/ui';
import { CameraIcon } from '../platform/icons.tsx';
import { text as platformText } from '../platform/text.ts';
import { text } from './text.ts';
import type { Photos } from './use-photos.ts';

const MOST_PHOTOS = 3;

export function PhotoSection({ photos }: { readonly photos: Photos }) {
  const t = useText(text);
  const p = useText(platformText);
  const kept = photos.keptBefore.length;
  return (
    <div className="yc-report-section">
      <Field label={t('photos')} optionalText={p('optional')} help={t('photosHelp', { max: MOST_PHOTOS })}>
        <PhotoInput
          photos={photos.photos.map(({ file }) => file)}
          onChange={photos.choose}
          addText={t('photoAdd')}
          removeText={t('photoRemove')}
          busyText={t('photoBusy')}
          photoText={(position) => t('photoNth', { position })}
          max={MOST_PHOTOS - kept}
          icon={<CameraIcon />}
        />
      </Field>
      {kept === 0 ? null : (
        <Notice
          actions={
            <Button kind="quiet" onClick={photos.forgetKept}>
              {t('photoRemove')}
            </Button>
          }
        >
          {t('photoKept', { count: kept })}
        </Notice>
      )}
      <p className="yc-report-help" role="status">
        {stateOf(photos, t)}
      </p>
      {photos.failedCount === 0 ? null : (
        <Notice kind="warning" live actions={<Button onClick={photos.sendAgain}>{t('photoAgain')}</Button>}>
          {t('photoFailed', { count: photos.failedCount })}
        </Notice>
      )}
    </div>
  );
}

function stateOf(photos: Photos, t: (key: 'photoSending' | 'photoAllSent') => string): string | null {
  if (photos.isSending) return t('photoSending');
  return photos.photos.length > 0 && photos.failedCount === 0 ? t('photoAllSent') : null;
}
