import { type ReactNode, useId, useState } from 'react';
import './data.css';

export type Outcome = 'yes' | 'no' | 'unknown';

export interface ExplanationNode {
  readonly key: string;
  readonly label: ReactNode;
  readonly outcome?: Outcome | undefined;
  readonly value?: ReactNode;
  /** Where label and value come from: document, article, level, date. */
  readonly source?: ReactNode;
  readonly children?: readonly ExplanationNode[] | undefined;
}

export interface ExplanationTreeProps {
  readonly nodes: readonly ExplanationNode[];
  readonly label: string;
  readonly outcomeTexts: Readonly<Record<Outcome, string>>;
  readonly expandText: string;
  readonly collapseText: string;
  /** Levels open at first. */
  readonly openLevels?: number;
}

const MARKS: Readonly<Record<Outcome, string>> = { yes: '✓', no: '✕', unknown: '?' };

/** Why a result is what it is, as a nested list: readable by screen reader, keyboard and on paper. */
export function ExplanationTree({ nodes, label, openLevels = 2, ...texts }: ExplanationTreeProps) {
  return (
    <ul className="ym-tree" aria-label={label}>
      {nodes.map((node) => (
        <TreeNode key={node.key} node={node} openLevels={openLevels} texts={texts} />
      ))}
    </ul>
  );
}

interface TreeNodeProps {
  readonly node: ExplanationNode;
  readonly openLevels: number;
  readonly texts: Pick<ExplanationTreeProps, 'outcomeTexts' | 'expandText' | 'collapseText'>;
}

function TreeNode({ node, openLevels, texts }: TreeNodeProps) {
  const [open, setOpen] = useState(openLevels > 1);
  const listId = useId();
  const children = node.children ?? [];
  return (
    <li className="ym-tree-node">
      <div className="ym-tree-line">
        {children.length === 0 ? (
          <span className="ym-tree-toggle" aria-hidden="true" />
        ) : (
          <button
            type="button"
            className="ym-tree-toggle"
            aria-expanded={open}
            aria-controls={listId}
            aria-label={open ? texts.collapseText : texts.expandText}
            onClick={() => setOpen(!open)}
          />
        )}
        {node.outcome === undefined ? null : (
          <span className="ym-tree-outcome" data-outcome={node.outcome}>
            <span aria-hidden="true">{MARKS[node.outcome]}</span>
            <span>{texts.outcomeTexts[node.outcome]}</span>
          </span>
        )}
        <span className="ym-tree-label">{node.label}</span>
        {node.value === undefined ? null : <span className="ym-tree-value">{node.value}</span>}
        {node.source === undefined ? null : <span className="ym-tree-source">{node.source}</span>}
      </div>
      {children.length === 0 ? null : (
        <ul className="ym-tree" id={listId} data-closed={open ? undefined : ''}>
          {children.map((child) => (
            <TreeNode key={child.key} node={child} openLevels={openLevels - 1} texts={texts} />
          ))}
        </ul>
      )}
    </li>
  );
}
