import { Link } from '@tanstack/react-router';
import { Page, Stack, useText, useWords } from '@yimen/ui';
import { EmergencyNumbers } from '../platform/EmergencyNumbers.tsx';
import type { CitizenPage } from '../platform/page.ts';
import { pages } from '../platform/registered-pages.ts';
import { text } from './text.ts';
import './home.css';

export function HomePage() {
  const t = useText(text);
  const choices = pages.filter((page) => page.choice !== undefined).sort(byOrder);
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Stack as="ul">
        {choices.map((page) => (
          <Choice key={page.path} page={page} />
        ))}
      </Stack>
      <EmergencyNumbers />
    </Page>
  );
}

function Choice({ page }: { readonly page: CitizenPage }) {
  const words = useWords();
  const Icon = page.choice?.icon;
  return (
    <li>
      <Link to={page.path} className="yc-choice" data-main={page.choice?.main ? '' : undefined}>
        <span className="yc-choice-icon" aria-hidden="true">
          {Icon === undefined ? null : <Icon />}
        </span>
        <span className="yc-choice-text">
          <span className="yc-choice-title">{words(page.title)}</span>
          {page.choice === undefined ? null : (
            <span className="yc-choice-description">{words(page.choice.description)}</span>
          )}
        </span>
        <span className="yc-choice-arrow" aria-hidden="true" />
      </Link>
    </li>
  );
}

function byOrder(first: CitizenPage, second: CitizenPage): number {
  return Number(first.choice?.order) - Number(second.choice?.order);
}
