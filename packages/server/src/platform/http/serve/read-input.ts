import type { Route } from '@yimen/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { parseOrRefuse } from '../problem.ts';

export type Input = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

export function readInput(route: Route, request: FastifyRequest): Input {
  return {
    params: parse(route.params, request.params, true),
    query: parse(route.query, request.query),
    body: route.consumes ? request.body : parse(route.body, request.body ?? {}),
  };
}

function parse(schema: z.ZodType | undefined, value: unknown, missingIsNotFound = false): unknown {
  return schema ? parseOrRefuse(schema, value, missingIsNotFound) : undefined;
}
