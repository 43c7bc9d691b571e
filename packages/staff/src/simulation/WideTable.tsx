import type { ReactNode } from 'react';

/** A table that is moved by itself where the screen is narrower, also by the keyboard. */
export function WideTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is moved by the keyboard
    <section className="yz-scroll" tabIndex={0} aria-label={label}>
      <table className="yz-table">{children}</table>
    </section>
  );
}
