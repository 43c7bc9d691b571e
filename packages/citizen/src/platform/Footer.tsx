import { useText } from '@yimen/ui';
import { PHONES, text } from './text.ts';

export function Footer() {
  const t = useText(text);
  return (
    <footer className="yc-footer">
      <p>
        {t('hotlineTitle')}{' '}
        <a className="yc-hotline" href={`tel:${PHONES.hotline}`}>
          {PHONES.hotline}
        </a>
      </p>
      <p>{t('hotlineHours')}</p>
      <p data-screen-only="">
        <a href="/staff/">{t('staffEntrance')}</a>
      </p>
    </footer>
  );
}
