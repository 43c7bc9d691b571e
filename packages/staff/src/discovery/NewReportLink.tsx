import { Link } from '@tanstack/react-router';
import { useText } from '@yimen/ui';
import { useMe } from '../platform/session/use-me.ts';
import { text } from './text.ts';

export function NewReportLink() {
  const t = useText(text);
  if (!useMe().permissions.includes('report.create')) return null;
  return (
    <Link to={'/reports/new' as string} className="yc-primary-link">
      {t('newTitle')}
    </Link>
  );
}
