import type { AskTaskHints } from '../casework/index.ts';
import { listGrantsToDiscuss } from './conference-store.ts';
import { missingConference } from './missing-conference.ts';

/** Whoever is to sign learns from the task itself that a conference is to be convened first (2020意见 第15条). */
export const askConferenceHints: AskTaskHints = async (tx, tasks) => {
  const deciding = tasks.filter((task) => task.kind === 'decide-grant' && task.state === 'open').map(({ id }) => id);
  const grants = deciding.length === 0 ? [] : await listGrantsToDiscuss(tx, deciding);
  return new Map(
    grants.flatMap(({ taskId, amountFen, held }) => {
      const words = missingConference({ amountFen, conferenceNeeded: true }, held ?? undefined);
      return words ? [[taskId, words] as const] : [];
    }),
  );
};
