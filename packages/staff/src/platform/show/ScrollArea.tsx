import type { ReactNode } from 'react';
import './show.css';

/** Something wider than a small screen, moved by itself, also by the keyboard; the page stays where it is. */
export function ScrollArea({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is moved by the keyboard
    <section className="ys-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
