import type { ReasonNode } from '@yimen/contracts';
import { ExplanationTree, useText, useWords, type ExplanationNode as ViewNode } from '@yimen/ui';
import { text } from './text.ts';

export interface ReasonTreeProps {
  readonly nodes: readonly ReasonNode[];
  readonly label: string;
}

/** Why, sentence by sentence, in the words the server made; what a sentence rests on opens below it. */
export function ReasonTree({ nodes, label }: ReasonTreeProps) {
  const t = useText(text);
  const words = useWords();

  function view({ texts, children }: ReasonNode, key: string): ViewNode {
    const [first, ...more] = texts;
    return {
      key,
      label: first === undefined ? '' : words(first),
      source: more.length === 0 ? undefined : more.map((one) => words(one)).join(' '),
      children: children.map((child, index) => view(child, `${key}.${index}`)),
    };
  }

  return (
    <ExplanationTree
      nodes={nodes.map((node, index) => view(node, String(index)))}
      label={label}
      openLevels={2}
      outcomeTexts={{ yes: t('yes'), no: t('no'), unknown: t('unknown') }}
      expandText={t('expand')}
      collapseText={t('collapse')}
    />
  );
}
