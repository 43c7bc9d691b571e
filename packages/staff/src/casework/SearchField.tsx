import { Input } from 'antd';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called with Enter or the button. */
  readonly onSearch: (search: string) => void;
}

export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  return (
    <Input.Search
      key={value}
      className="yc-filter-search"
      defaultValue={value}
      placeholder={label}
      aria-label={label}
      onSearch={(typed) => onSearch(typed.trim())}
    />
  );
}
