// Runs the tests of the rules inside Stryker's own worker: they are loaded once, and a change costs milliseconds
// where a start of vitest costs a second. Node itself leaves out the types.
import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { collected, loading, vi } from './stand-in-for-vitest.mjs';

const STAND_IN = new URL('stand-in-for-vitest.mjs', import.meta.url).href;
/** Enough to catch what a property catches at all, in a fraction of the time. */
const MOST_RUNS = 40;
/** The zone of the process cannot be set here, a changed text has its own time, a hundred thousand households are too many. */
const LEFT_OUT = /date-vectors\.test|feel\/hostile\.test|batch\/batch\.test|simulation\//;
/** `YIMEN_MUTATION_TESTS='calendar/*.test.ts feel/**'` tries each change with fewer tests; all of them take their time. */
const TESTS = (process.env.YIMEN_MUTATION_TESTS ?? '**/*.test.ts')
  .split(' ')
  .map((glob) => `packages/rules/src/${glob}`);
/** This one counts what its properties have seen. */
const COUNTS = '/explain.test.ts';

/** This one keeps what it has read: what one change made of an expression must not be another's. */
const REMEMBERS = '/feel/syntax/parse.ts';

class InProcessRunner {
  /** What a change does while the files are loaded is not looked at (`ignoreStatic`): nothing has to be loaded again. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'vitest' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
      load(url, context, next) {
        const loaded = next(url, context);
        if (url.endsWith(REMEMBERS)) return { ...loaded, source: withoutMemory(String(loaded.source)) };
        if (!url.endsWith('.test.ts') || url.endsWith(COUNTS)) return loaded;
        return { ...loaded, source: withFewerRuns(String(loaded.source)) };
      },
    });
    // That a test fails is enough, the smallest counterexample is nobody's; the same change ends the same each time.
    const { default: fc } = await import(
      pathToFileURL(join(process.cwd(), 'node_modules/fast-check/lib/fast-check.js')).href
    );
    fc.configureGlobal({ endOnFailure: true, seed: 1 });
    for (const file of globSync(TESTS)
      .filter((one) => !LEFT_OUT.test(one))
      .sort()) {
      loading(relative(process.cwd(), file));
      await import(pathToFileURL(join(process.cwd(), file)).href);
    }
    // Examples before properties: a change ends with the first test that fails.
    collected.sort((one, other) => effortOf(one) - effortOf(other));
  }

  async dryRun() {
    const state = stateOfStryker();
    const tests = [];
    for (const test of collected) {
      state.currentTestId = test.id;
      tests.push(await resultOf(test));
      state.currentTestId = undefined;
    }
    return { status: 'complete', tests, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const state = stateOfStryker();
    const wanted = new Set(testFilter);
    const tests = [];
    Object.assign(state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    for (const test of collected) {
      if (!wanted.has(test.id)) continue;
      const result = await resultOf(test);
      tests.push(result);
      if (result.status === FAILED) break;
    }
    const { hitCount } = state;
    Object.assign(state, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    const outcome = toMutantRunResult(determineHitLimitReached(hitCount, hitLimit) ?? { status: 'complete', tests });
    // What an earlier change left behind must not count for this one: Stryker tries again in a fresh process.
    const last = collected.find(({ id }) => id === tests.at(-1)?.id);
    if (outcome.status !== 'survived' && last && (await resultOf(last)).status === FAILED) process.exit(1);
    return outcome;
  }
}

const [SUCCESS, FAILED] = [0, 1];

async function resultOf({ id, fileName, run }) {
  const started = performance.now();
  const result = (outcome) => ({ id, name: id, fileName, timeSpentMs: performance.now() - started, ...outcome });
  try {
    await run();
    return result({ status: SUCCESS });
  } catch (error) {
    return result({ status: FAILED, failureMessage: String(error?.message ?? error) });
  } finally {
    vi.unstubAllGlobals();
  }
}

function stateOfStryker() {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

function withFewerRuns(source) {
  return source.replace(/numRuns: ([\d_]+)/g, (_, runs) => {
    return `numRuns: ${Math.min(MOST_RUNS, Number(runs.replaceAll('_', '')))}`;
  });
}

function withoutMemory(source) {
  const forgetful = source.replace('READ.set(source, expression);', '');
  if (forgetful === source) throw new Error(`${REMEMBERS} keeps expressions another way now`);
  return forgetful;
}

const efforts = new Map();

function effortOf({ fileName }) {
  if (!efforts.has(fileName)) {
    const text = readFileSync(fileName, 'utf8');
    efforts.set(fileName, text.length + (text.includes("'fast-check'") ? 1_000_000 : 0));
  }
  return efforts.get(fileName);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
