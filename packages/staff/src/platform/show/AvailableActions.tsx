import type { AvailableAction } from '@yimen/contracts';
import { useWords } from '@yimen/ui';
import { Button, Tooltip } from 'antd';
import './show.css';

export interface AvailableActionsProps {
  readonly actions: readonly AvailableAction[];
  /** What each act opens or does; an act this page has no handler for is not shown. */
  readonly handlers: Readonly<Record<string, () => void>>;
  readonly primary?: string;
  readonly danger?: readonly string[];
}

/** Buttons the server offers on this record to this person; a blocked one stays and says why. */
export function AvailableActions({ actions, handlers, primary, danger = [] }: AvailableActionsProps) {
  const words = useWords();
  return (
    <div className="ys-actions" data-screen-only="">
      {actions.map((action) => {
        const handler = handlers[action.act];
        if (handler === undefined) return null;
        const reason = action.blockedBy === null ? undefined : words(action.blockedBy);
        return (
          <Tooltip key={action.act} title={reason}>
            <Button
              type={action.act === primary && reason === undefined ? 'primary' : 'default'}
              danger={danger.includes(action.act)}
              aria-disabled={reason !== undefined}
              {...(reason === undefined
                ? { onClick: handler }
                : { className: 'ys-action-blocked', 'aria-description': reason })}
            >
              {words(action.label)}
            </Button>
          </Tooltip>
        );
      })}
    </div>
  );
}
