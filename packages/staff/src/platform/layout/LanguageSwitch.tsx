import { setLanguage, useLanguage, useText } from '@yimen/ui';
import { text } from '../text.ts';
import './layout.css';

export function LanguageSwitch() {
  const t = useText(text);
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="ys-bar-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={t('language')}
      onClick={() => setLanguage(other)}
    >
      {t('otherLanguage')}
    </button>
  );
}
