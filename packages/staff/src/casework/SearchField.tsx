import { SearchOutlined } from '@ant-design/icons';
import { useText } from '@yimen/ui';
import { Input } from 'antd';
import { text } from './text.ts';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called with Enter or the button. */
  readonly onSearch: (search: string) => void;
}

export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const t = useText(text);
  return (
    <Input.Search
      key={value}
      className="yc-filter-search"
      defaultValue={value}
      placeholder={label}
      aria-label={label}
      // The only name of the button.
      searchIcon={<SearchOutlined role="img" aria-hidden={false} aria-label={t('search')} />}
      onSearch={(typed) => onSearch(typed.trim())}
    />
  );
}
