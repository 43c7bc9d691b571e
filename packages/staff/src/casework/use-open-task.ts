import { useNavigate } from '@tanstack/react-router';
import type { TaskView } from '@yimen/contracts';
import { useMe } from '../platform/session/use-me.ts';
import { useSwitchPost } from '../platform/session/use-switch-post.ts';

/** Where a task is done: its report, or its section of the case page. */
export function pathOfTask(task: TaskView): string {
  if (task.caseId !== null) return `/cases/${task.caseId}`;
  if (task.reportId !== null) return `/reports/${task.reportId}`;
  return '/my-work';
}

/** Opening a task of somebody absent means acting as that post: the server writes down on whose behalf. */
export function useOpenTask(): (task: TaskView) => void {
  const me = useMe();
  const navigate = useNavigate();
  const switchPost = useSwitchPost();
  return (task) => {
    const path = pathOfTask(task);
    const post = task.actAsPostId;
    if (post === null || post === me.post?.postId) void navigate({ to: path });
    else switchPost(post, path);
  };
}
