import { useText } from '@yimen/ui';
import { text } from './text.ts';

/** Jumps inside the page; stays in sight while the file is read. */
export function SectionBar({ sections }: { readonly sections: readonly { id: string; title: string }[] }) {
  const t = useText(text);
  return (
    <nav className="yc-section-bar" aria-label={t('sections')} data-screen-only="">
      {sections.map((section) => (
        <a key={section.id} href={`#${section.id}`} onClick={(event) => jump(event, section.id)}>
          {section.title}
        </a>
      ))}
    </nav>
  );
}

/** Without a history entry: Back leaves the case, it does not walk through its sections. */
function jump(event: { preventDefault: () => void }, id: string): void {
  const section = document.getElementById(id);
  if (section === null) return;
  event.preventDefault();
  section.scrollIntoView({ block: 'start' });
  const title = section.querySelector('h2');
  title?.setAttribute('tabindex', '-1');
  title?.focus({ preventScroll: true });
}
