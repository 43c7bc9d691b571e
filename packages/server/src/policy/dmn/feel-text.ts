import { DmnRefusal } from './dmn-problem.ts';
import type { XmlElement } from './xml-element.ts';

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && child.namespace === element.namespace);
}

/** The FEEL text of a cell. */
export function textOf(element: XmlElement): string {
  requireFeel(element);
  return (childrenOf(element, 'text')[0]?.text ?? '').trim();
}

/** Other languages of expressions are never guessed at. */
export function requireFeel(element: XmlElement): void {
  const language = element.attributes.get('expressionLanguage');
  if (language === undefined || /^$|feel/i.test(language)) return;
  throw new DmnRefusal('LANGUAGE', element, language);
}
