import { Link, useParams } from '@tanstack/react-router';
import { useText, useWords } from '@yimen/ui';
import { findTrail } from '../navigation.ts';
import { pages } from '../registered-pages.ts';
import { text } from '../text.ts';
import { useCurrentPage } from '../use-page.ts';
import './layout.css';

/** The way down to this page; a page of the menu itself needs none. */
export function Breadcrumbs() {
  const t = useText(text);
  const words = useWords();
  const params = useParams({ strict: false });
  const current = useCurrentPage();
  const trail = current === undefined ? [] : findTrail(pages, current);
  if (trail.length < 2) return null;
  return (
    <nav className="ys-crumbs" aria-label={t('breadcrumb')} data-screen-only="">
      <ol>
        {trail.map((page) => (
          <li key={page.path}>
            {page === current ? (
              <span aria-current="page">{words(page.title)}</span>
            ) : (
              <Link to={page.path} params={params as never}>
                {words(page.title)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
