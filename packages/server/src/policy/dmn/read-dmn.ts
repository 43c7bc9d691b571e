import { DMN_LIMITS, DMN_NAMESPACES, type DmnDecision } from './dmn-model.ts';
import { type DmnProblem, DmnRefusal } from './dmn-problem.ts';
import { requireFeel } from './feel-text.ts';
import { readDecision } from './read-decision.ts';
import { readXml, type XmlElement } from './xml-element.ts';

export type DmnRead =
  | { readonly ok: true; readonly decisions: readonly DmnDecision[] }
  | { readonly ok: false; readonly problems: readonly DmnProblem[] };

/** What tells of a model without computing anything in it. */
const BESIDE = new Set(
  (
    'description extensionElements itemDefinition inputData knowledgeSource elementCollection performanceIndicator ' +
    'organizationUnit textAnnotation association group'
  ).split(' '),
);

/** The decision tables of a DMN file, or every reason why it cannot be taken in. Never throws. */
export function readDmn(xml: string): DmnRead {
  const problems: DmnProblem[] = [];
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DmnRefusal)) throw error;
      problems.push(error.problem);
      return undefined;
    }
  };
  const decisions = (attempt(() => partsOf(xml)) ?? []).flatMap((part) => {
    if (problems.length >= DMN_LIMITS.problems) return [];
    const decision = attempt(() => readDecision(part));
    return decision ? [decision] : [];
  });
  const doubled = decisions.find(({ id }, index) => decisions.findIndex((one) => one.id === id) !== index);
  if (doubled) attempt(() => refuseTwice(doubled));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, decisions };
}

/** The decisions; anything else that could change what they mean is one of the parts, too, and refused as such. */
function partsOf(xml: string): readonly XmlElement[] {
  const root = readXml(xml);
  if (root.name !== 'definitions' || !Object.values(DMN_NAMESPACES).includes(root.namespace)) {
    throw new DmnRefusal('NOT_DMN', root, `${root.name} ${root.namespace}`);
  }
  requireFeel(root);
  const parts = root.children.filter(({ name, namespace }) => namespace === root.namespace && !BESIDE.has(name));
  if (parts.length === 0) throw new DmnRefusal('NO_DECISION', root);
  return parts;
}

function refuseTwice({ id }: DmnDecision): never {
  throw new DmnRefusal('TWICE', { path: '/definitions', line: 1 }, id);
}
