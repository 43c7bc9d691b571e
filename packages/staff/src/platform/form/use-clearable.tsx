import { CloseCircleFilled } from '@ant-design/icons';
import { useText } from '@yimen/ui';
import { text } from '../text.ts';

/** For `allowClear` of a Select: its button is named in English otherwise. */
export function useClearable() {
  const t = useText(text);
  return { label: t('clearChoice'), clearIcon: <CloseCircleFilled /> };
}
