import type { ReactNode } from 'react';
import { ScrollArea } from '../platform/show/ScrollArea.tsx';

export function WideTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ScrollArea label={label}>
      <table className="yz-table">{children}</table>
    </ScrollArea>
  );
}
