import { Link } from '@tanstack/react-router';
import { useText, useWords } from '@yimen/ui';
import { buildNavigation, findTrail } from '../navigation.ts';
import type { NavigationGroup, StaffPage } from '../page.ts';
import { pages } from '../registered-pages.ts';
import { useMe } from '../session/use-me.ts';
import { text } from '../text.ts';
import { useCurrentPage } from '../use-page.ts';
import './layout.css';

const GROUP_TITLES = {
  work: 'navWork',
  desk: 'navDesk',
  relief: 'navRelief',
  funds: 'navFunds',
  policy: 'navPolicy',
  organisation: 'navOrganisation',
  oversight: 'navOversight',
  system: 'navSystem',
} as const satisfies Record<NavigationGroup, keyof typeof text.zh>;

export function SideNavigation() {
  const t = useText(text);
  const me = useMe();
  const current = useCurrentPage();
  const trail = current === undefined ? [] : findTrail(pages, current);
  return (
    <nav className="ys-nav" aria-label={t('mainNavigation')} data-screen-only="">
      {buildNavigation(pages, me.permissions).map((section) => (
        <div key={section.group} className="ys-nav-group">
          {section.pages.length < 2 ? null : <h2 className="ys-nav-title">{t(GROUP_TITLES[section.group])}</h2>}
          <ul>
            {section.pages.map((page) => (
              <NavigationEntry key={page.path} page={page} open={trail.includes(page)} here={page === current} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

interface NavigationEntryProps {
  readonly page: StaffPage;
  /** This page or one below it is open. */
  readonly open: boolean;
  readonly here: boolean;
}

function NavigationEntry({ page, open, here }: NavigationEntryProps) {
  const words = useWords();
  const Icon = page.navigation?.icon;
  return (
    <li>
      <Link
        to={page.path}
        className="ys-nav-link"
        data-open={open ? '' : undefined}
        aria-current={here ? 'page' : undefined}
      >
        <span className="ys-nav-icon" aria-hidden="true">
          {Icon === undefined ? null : <Icon />}
        </span>
        {words(page.title)}
      </Link>
    </li>
  );
}
