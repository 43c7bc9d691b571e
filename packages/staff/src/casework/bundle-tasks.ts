import type { TaskView } from '@yimen/contracts';

/** Tasks told in one row, the nearest due moment first. */
export type TaskBundle = readonly [TaskView, ...TaskView[]];

const BETWEEN_HEAD_AND_PAPER = ' · ';

/** Three papers owed by one case to one post are one row, where the first of them stood. Finished tasks stay single: they are a log. */
export function bundleTasks(tasks: readonly TaskView[]): readonly TaskBundle[] {
  const bundles = Map.groupBy(tasks, (task) =>
    task.caseId === null || task.state !== 'open'
      ? task.id
      : [task.caseId, task.kind, task.owner.postId, task.mineBecause, task.hint?.zh].join(),
  );
  // A bundle has at least the task that made it.
  return [...bundles.values()].map((tasks) => tasks.toSorted(byDue)) as unknown as readonly TaskBundle[];
}

/** 张三 · 户口簿 and 张三 · 收入证明 are told as 张三 and two papers. */
export function tellTogether(bundle: TaskBundle): { readonly head: string; readonly each: readonly string[] } {
  const [first] = bundle;
  const end = first.caseSummary.indexOf(BETWEEN_HEAD_AND_PAPER);
  const head = first.caseSummary.slice(0, Math.max(end, 0));
  const start = `${head}${BETWEEN_HEAD_AND_PAPER}`;
  const isShared = bundle.length > 1 && end > 0 && bundle.every(({ caseSummary }) => caseSummary.startsWith(start));
  if (isShared) return { head, each: bundle.map(({ caseSummary }) => caseSummary.slice(start.length)) };
  const [summary = '', ...others] = new Set(bundle.map(({ caseSummary }) => caseSummary));
  return { head: summary, each: others };
}

/** Alike rows tell the same papers in the same order. */
function byDue(first: TaskView, second: TaskView): number {
  const between = Date.parse(first.clock.dueAt) - Date.parse(second.clock.dueAt);
  return between === 0 ? first.caseSummary.localeCompare(second.caseSummary, 'zh') : between;
}
