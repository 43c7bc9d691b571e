export type Import = { specifier: string; isType: boolean; line: number };

const STATIC = /(?:^|[\s;}])(?:import|export)\s+(type\s+)?(?:[\w*${},\s]+?\s+from\s+|(?=['"]))['"]([^'"\n]+)['"]/g;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

/** TypeScript 7 offers no parser to programs, so imports are read from the text; comments are gone already. */
export function readImports(code: string): Import[] {
  const found = [...code.matchAll(STATIC)].map((match) => ({
    specifier: match[2] ?? '',
    isType: match[1] !== undefined,
    line: lineAt(code, match.index + match[0].length),
  }));
  const dynamic = [...code.matchAll(DYNAMIC)].map((match) => ({
    specifier: match[1] ?? '',
    isType: false,
    line: lineAt(code, match.index),
  }));
  return [...found, ...dynamic];
}

export function lineAt(code: string, index: number): number {
  return code.slice(0, index).split('\n').length;
}
