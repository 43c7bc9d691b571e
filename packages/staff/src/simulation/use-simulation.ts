import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type Factor,
  type ReleaseView,
  type SimulatedPolicy,
  type SimulationAnswer,
  simulatePolicyRelease,
} from '@yimen/contracts';
import type { Problem } from '@yimen/ui';
import { useState } from 'react';
import { call } from '../platform/call/call.ts';
import { useSettled } from '../platform/use-settled.ts';

const PAUSE_MS = 120;
const ASK_AGAIN_MS = 600;

export interface SimulationWanted {
  readonly isStarted: boolean;
  readonly on: string;
  readonly factors: readonly Factor[];
}

/** The figures of what is tried, a moment after the slider rests; what was asked before is given up. */
export function useSimulation(
  release: Pick<ReleaseView, 'id' | 'revision'>,
  { isStarted, on, factors }: SimulationWanted,
) {
  const asked = useSettled(JSON.stringify({ on, factors }), PAUSE_MS);
  const query = useQuery<SimulationAnswer, Problem>({
    queryKey: [simulatePolicyRelease.id, release.id, release.revision, asked],
    queryFn: ({ signal }) =>
      call(simulatePolicyRelease, { params: { id: release.id }, body: JSON.parse(asked) }, { signal }),
    enabled: isStarted,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (isUnfinished(data) ? ASK_AGAIN_MS : false),
    refetchOnWindowFocus: false,
    retry: false,
  });
  const { data } = query;
  const [last, setLast] = useState<SimulatedPolicy>();
  if (data?.state === 'simulated' && data !== last) setLast(data);
  return {
    error: query.error,
    /** While the next one is computed, or is refused, the one before. */
    simulated: last,
    answer: data,
    isWorking: query.isFetching || isUnfinished(data),
    again: () => void query.refetch(),
  };
}

function isUnfinished(answer: SimulationAnswer | undefined): boolean {
  return answer !== undefined && (answer.state !== 'simulated' || answer.isOld);
}
