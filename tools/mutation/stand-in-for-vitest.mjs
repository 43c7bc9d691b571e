// What the tests of the rules use of vitest, collected instead of run.
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Every test of the files loaded so far. */
export const collected = [];
const path = [];
const named = new Map();

export function loading(file) {
  path.splice(0, path.length, file);
}

export const { expect } = chai;

export function test(name, run) {
  const title = [...path, name].join(' > ');
  // Rows of a table share a title; a test added elsewhere must not rename this one, or nothing of the last run could be kept.
  const times = (named.get(title) ?? 0) + 1;
  named.set(title, times);
  collected.push({ id: times === 1 ? title : `${title} #${times}`, fileName: path[0], run });
}
test.each = (rows) => (name, run) => {
  for (const row of rows) test(name, () => run(...argumentsOf(row)));
};

function argumentsOf(row) {
  return Array.isArray(row) ? row : [row];
}

export function describe(name, define) {
  path.push(name);
  define();
  path.pop();
}

describe.each = (rows) => (name, define) => {
  for (const row of rows) describe(name, () => define(...argumentsOf(row)));
};

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
