import type { ExplanationNode } from '@yimen/contracts';
import { articleOf, type Explanation, explainTitle, formatValue, type Source } from '@yimen/rules';
import { ExplanationTree, type Language, useLanguage, useText, type ExplanationNode as ViewNode } from '@yimen/ui';
import { text } from './text.ts';

export interface ExplanationViewProps {
  readonly node: ExplanationNode;
  readonly label: string;
  readonly openLevels?: number;
}

/** Why, as a tree: each figure with where it comes from — the clause, the fact and its source, or a calculation. */
export function ExplanationView({ node, label, openLevels = 2 }: ExplanationViewProps) {
  const t = useText(text);
  const language = useLanguage();

  function sourceText(source: Source | null): string | undefined {
    if (source === null) return undefined;
    if (source.kind === 'calculation') return t('calculated');
    if (source.kind === 'fact') return t('fact', { from: t(`from_${source.provenance}`) });
    if (source.sourceClass === 'platform-default') return t('platformDefault');
    return t('clause', {
      title: source.instrumentTitle[language],
      article: articleOf(source, language),
      pack: source.packName[language],
      from: source.from,
    });
  }

  function view(one: ExplanationNode, path: string): ViewNode {
    const rule = one as unknown as Explanation; // the server sends the tree of the rules unchanged
    return {
      key: path,
      label: explainTitle(rule, language),
      outcome: rule.outcome ?? undefined,
      value: valueText(rule, language),
      source: sourceText(rule.source ?? null),
      children: one.children.map((child, index) => view(child, `${path}.${index}`)),
    };
  }

  return (
    <ExplanationTree
      nodes={[view(node, '0')]}
      label={label}
      openLevels={openLevels}
      outcomeTexts={{ yes: t('yes'), no: t('no'), unknown: t('unknown') }}
      expandText={t('expand')}
      collapseText={t('collapse')}
    />
  );
}

/** A condition is told by its outcome, an unknown fact too; a bare figure by its value. */
function valueText(node: Explanation, language: Language): string | undefined {
  if (node.outcome !== null) return undefined;
  return formatValue(
    { value: node.value ?? null, unit: node.unit ?? null, per: node.per ?? null, label: node.label },
    language,
  );
}
