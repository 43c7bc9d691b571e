import { Button, Field, Notice, PhotoInput, useText } from '@yimen/ui';
import { CameraIcon } from '../platform/icons.tsx';
import { MoreSection } from './MoreSection.tsx';
import { text } from './text.ts';
import type { Photos } from './use-photos.ts';

const MOST_PHOTOS = 3;

export function PhotoSection({ photos }: { readonly photos: Photos }) {
  const t = useText(text);
  const kept = photos.keptBefore.length;
  return (
    <MoreSection title={t('photos')} hint={t('photosHint')} open={kept + photos.photos.length > 0}>
      <Field label={t('photosHelp', { max: MOST_PHOTOS })}>
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
    </MoreSection>
  );
}

function stateOf(photos: Photos, t: (key: 'photoSending' | 'photoAllSent') => string): string | null {
  if (photos.isSending) return t('photoSending');
  return photos.photos.length > 0 && photos.failedCount === 0 ? t('photoAllSent') : null;
}
