import type { Words } from '../text/catalogue.ts';

export interface FieldProblem {
  readonly path: string;
  readonly message: Words;
}

/** A refusal of the server (RFC 9457), or of the line to it when `status` is 0. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly words: Words;
  readonly nextStep: Words;
  readonly requestId: string;
  readonly fieldErrors: readonly FieldProblem[];
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(fields: ProblemFields) {
    super(`${fields.code} ${fields.requestId}`);
    this.code = fields.code;
    this.status = fields.status;
    this.words = fields.words;
    this.nextStep = fields.nextStep;
    this.requestId = fields.requestId;
    this.fieldErrors = fields.fieldErrors ?? [];
    this.facts = fields.facts ?? {};
  }
}

export interface ProblemFields {
  readonly code: string;
  readonly status: number;
  readonly words: Words;
  readonly nextStep: Words;
  readonly requestId: string;
  readonly fieldErrors?: readonly FieldProblem[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

export function lineProblem(): Problem {
  return new Problem({
    code: 'NO_CONNECTION',
    status: 0,
    words: { zh: '网络连接中断', en: 'No connection' },
    nextStep: {
      zh: '填写的内容还在，请检查网络后重试，不会重复提交',
      en: 'What you typed is still here. Check the network and try again; nothing is sent twice',
    },
    requestId: '',
  });
}

/** Reads the answer of a refused request; a body that is no problem document (a proxy's page) still becomes one. */
export function problemFrom(status: number, body: unknown, requestId: string): Problem {
  const fields = isRecord(body) ? body : {};
  return new Problem({
    code: typeof fields['code'] === 'string' ? fields['code'] : `HTTP_${status}`,
    status,
    words: isWords(fields['words']) ? fields['words'] : { zh: '系统出现问题', en: 'Something went wrong' },
    nextStep: isWords(fields['nextStep']) ? fields['nextStep'] : { zh: '请稍后重试', en: 'Try again later' },
    requestId: typeof fields['requestId'] === 'string' ? fields['requestId'] : requestId,
    fieldErrors: Array.isArray(fields['fieldErrors']) ? fields['fieldErrors'].filter(isFieldProblem) : [],
    facts: isRecord(fields['facts']) ? fields['facts'] : {},
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isWords(value: unknown): value is Words {
  return isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value['path'] === 'string' && isWords(value['message']);
}
