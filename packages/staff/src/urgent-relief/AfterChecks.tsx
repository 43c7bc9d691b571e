import type { CaseDetail, UrgentReliefPanel } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../platform/session/use-me.ts';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { AfterCheckDialog } from './dialogs/AfterCheckDialog.tsx';
import { text } from './text.ts';

type Check = UrgentReliefPanel['afterChecks'][number];

/** An override skipped a level: somebody else looks at it afterwards. */
export function AfterChecks({ file, checks }: { readonly file: CaseDetail; readonly checks: readonly Check[] }) {
  const t = useText(text);
  const mayCheck = useMe().permissions.includes('relief.after-check');
  const [open, setOpen] = useState<Check>();
  if (checks.length === 0) return null;
  return (
    <div>
      <h3 className="yc-subtitle">{t('afterChecks')}</h3>
      <ul className="yr-papers">
        {checks.map((check) => (
          <li key={check.taskId} className="yr-paper">
            <div className="yr-paper-what">
              <strong>{t('afterCheckOf')}</strong>
              <ToneTag tone={check.done ? 'good' : 'warning'}>{check.done ? t('checked') : t('toCheck')}</ToneTag>
            </div>
            {check.done ? null : <DueCountdown clock={check.clock} />}
            {check.finding === null ? null : <p>{check.finding}</p>}
            {check.done || !mayCheck ? null : (
              <div data-screen-only="">
                <Button onClick={() => setOpen(check)}>{t('recordCheck')}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open === undefined ? null : (
        <AfterCheckDialog
          taskId={open.taskId}
          version={file.tasks.find((task) => task.id === open.taskId)?.version ?? 1}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
