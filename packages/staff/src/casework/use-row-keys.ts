import { type RefObject, useEffect } from 'react';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Moves the focus along the `[data-row]` links of a list: j and k from anywhere, arrows once the focus is in the list. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function move(event: KeyboardEvent): void {
      const step = STEPS[event.key];
      const container = list.current;
      if (step === undefined || container === null || isBusyElsewhere(event)) return;
      const inside = container.contains(document.activeElement);
      if (event.key.startsWith('Arrow') && !inside) return;
      const rows = [...container.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.indexOf(document.activeElement as HTMLElement); // indexOf compares identities only
      const next = rows[at === -1 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    }
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [list]);
}

/** Typing, shortcuts of the browser and open dialogs are left alone. */
function isBusyElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') != null;
}
