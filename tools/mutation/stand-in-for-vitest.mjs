// What the tests of the rules use of vitest, collected instead of run.
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Every test of the files loaded so far. */
export const collected = [];
const path = [];

export function loading(file) {
  path.splice(0, path.length, file);
}

export const { expect } = chai;

export function test(name, run) {
  const title = [...path, name].join(' > ');
  collected.push({ id: `${title} #${collected.length}`, fileName: path[0], run });
}
test.each = (rows) => (name, run) => {
  for (const row of rows) test(name, () => run(...[row].flat(Array.isArray(row) ? 1 : 0)));
};

export function describe(name, define) {
  path.push(name);
  define();
  path.pop();
}

const stubbed = new Map();

export const vi = {
  setConfig: () => undefined,
  stubGlobal(name, value) {
    stubbed.set(name, globalThis[name]);
    globalThis[name] = value;
  },
  unstubAllGlobals() {
    for (const [name, value] of stubbed) globalThis[name] = value;
    stubbed.clear();
  },
};
