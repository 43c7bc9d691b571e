import { cpuUsage } from 'node:process';

/** Milliseconds of processor since now: the same however many others use the machine. */
export function countProcessorTime(): () => number {
  const start = cpuUsage();
  return () => {
    const { user, system } = cpuUsage(start);
    return (user + system) / 1_000;
  };
}
