import { departmentText } from './labels.ts';

export type Department = keyof typeof departmentText.zh;

export const DEPARTMENTS = Object.keys(departmentText.zh) as Department[]; // Object.keys loses the literal type

/** The contract leaves the set open: a locality may name a function this portal has no word for. */
export function isDepartment(code: string): code is Department {
  return code in departmentText.zh;
}
