import { setLanguage, useLanguage, useText } from '@yimen/ui';
import { useLargeType } from './large-type.ts';
import { text } from './text.ts';

export function DisplayTools() {
  const t = useText(text);
  const [large, setLarge] = useLargeType();
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className="yc-tools" data-screen-only="">
      <button type="button" className="yc-tool" onClick={() => setLarge(!large)}>
        {large ? t('normalType') : t('largeType')}
      </button>
      <button
        type="button"
        className="yc-tool"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        title={t('language')}
        onClick={() => setLanguage(other)}
      >
        {t('otherLanguage')}
      </button>
    </div>
  );
}
