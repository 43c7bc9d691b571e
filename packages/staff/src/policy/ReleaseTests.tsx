import { useIsFetching } from '@tanstack/react-query';
import { getPolicyRelease, type ReleaseView, testPolicyRelease, type VectorResultView } from '@yimen/contracts';
import { Notice, useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '../platform/call/use-command.ts';
import { Section } from '../platform/layout/Section.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { AcceptDialog } from './dialogs/AcceptDialog.tsx';
import { text } from './text.ts';

/** What the worked examples gave; those that did not come out first, with what was expected and what was found. */
export function ReleaseTests({ release }: { readonly release: ReleaseView }) {
  const t = useText(text);
  const words = useWords();
  const run = useCommand(testPolicyRelease);
  const mayRun = release.availableActions.some(({ act }) => act === 'test');
  const mayEdit = release.availableActions.some(({ act }) => act === 'edit');
  // Just back from an edit the page still shows the revision before it.
  const isStale = useIsFetching({ queryKey: [getPolicyRelease.id] }) > 0;
  const { test } = release;
  return (
    <Section
      id="tests"
      title={t('tests')}
      actions={
        mayRun ? (
          <Button
            type="primary"
            loading={run.isPending}
            disabled={isStale}
            onClick={() => run.mutate({ params: { id: release.id }, body: { expectedVersion: release.revision } })}
          >
            {t('runTests')}
          </Button>
        ) : undefined
      }
    >
      <p className="yc-faint yp-tests-intro">{t('testsIntro')}</p>
      <ProblemNotice problem={run.error}>
        {run.error?.fieldErrors.map(({ message }) => (
          <p key={message.en}>{words(message)}</p>
        ))}
      </ProblemNotice>
      {test === null ? <p>{t('testNone')}</p> : <Outcome test={test} release={release} mayEdit={mayEdit} />}
    </Section>
  );
}

type Test = NonNullable<ReleaseView['test']>;

function Outcome({
  test,
  release,
  mayEdit,
}: {
  readonly test: Test;
  readonly release: ReleaseView;
  readonly mayEdit: boolean;
}) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  const failed = test.results.filter(({ ok }) => !ok);
  const count = test.results.length;
  const outcome = test.passed ? 'success' : 'danger';
  const isOld = !test.isOfThisRevision && test.passed;
  // An earlier example is determined by what held before: it says nothing about the change.
  const reached = test.results.filter(({ on }) => on >= release.effectiveOn).length;
  const day = format.date(release.effectiveOn);
  return (
    <>
      <Notice
        kind={isOld || (test.passed && reached === 0) ? 'warning' : outcome}
        title={test.passed ? t('testPassed', { count }) : t('testFailed', { count, failed: failed.length })}
        live
      >
        {isOld ? `${t('testOld')} ` : ''}
        {reached === 0 ? t('testReachesNone', { day }) : t('testReaches', { day, count: reached })}{' '}
        {t('testAt', { name: test.by, when: format.moment(test.at) })}
      </Notice>
      {failed.map((result) => (
        <Failure key={`${result.packId} ${result.vectorId}`} result={result} release={release} mayEdit={mayEdit} />
      ))}
      <details className="yp-all-tests">
        <summary>{t('allPassed')}</summary>
        <ul>
          {test.results.map((result) => (
            <li key={`${result.packId} ${result.vectorId}`}>
              {words(result.title)} <span className="yc-faint">{format.date(result.on)}</span> —{' '}
              {result.ok ? t('passed') : t('failed')}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface FailureProps {
  readonly result: VectorResultView;
  readonly release: ReleaseView;
  readonly mayEdit: boolean;
}

function Failure({ result, release, mayEdit }: FailureProps) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  const [accepting, setAccepting] = useState(false);
  const { asFound } = result;
  return (
    <div className="yp-failure">
      <h3>
        {words(result.title)} <span className="yc-faint">{format.date(result.on)}</span>
      </h3>
      {result.mismatches.length === 0 ? null : (
        <table className="yp-grid">
          <thead>
            <tr>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('expected')}</th>
              <th scope="col">{t('found')}</th>
            </tr>
          </thead>
          <tbody>
            {result.mismatches.map(({ where, expected, found }) => (
              <tr key={where.en}>
                <th scope="row">{words(where)}</th>
                <td>{words(expected)}</td>
                <td>
                  <strong>{words(found)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {result.issues.map((issue) => (
        <p key={issue.en} className="yp-issue">
          {words(issue)}
        </p>
      ))}
      {mayEdit && asFound !== null ? <Button onClick={() => setAccepting(true)}>{t('acceptFound')}</Button> : null}
      {accepting && asFound !== null ? (
        <AcceptDialog release={release} content={asFound} onClose={() => setAccepting(false)} />
      ) : null}
    </div>
  );
}
