import { type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Tx } from './database.ts';

/** Places in a statement that is built once; what stands there is given with every call. */
export type Places<V> = { readonly [K in keyof V]: RawBuilder<V[K]> };
type Build<V, R> = (places: Places<V>, db: Tx) => Compilable<R> | RawBuilder<R>;

/**
 * A statement whose text never changes, for what every request does: the text is built at its first use, afterwards
 * only values are sent. Building a text takes longer than PostgreSQL needs for a short answer.
 */
export function fixedStatement<V extends object, R>(build: Build<V, R>): (tx: Tx, values: V) => Promise<R[]> {
  let fixed: Fixed<V, R> | undefined;
  return async (tx, values) => {
    fixed ??= fix(tx, build);
    const parameters = fixed.parameters.map((one) => (one instanceof Place ? values[one.name as keyof V] : one));
    const { rows } = await tx.executeQuery<R>({ ...fixed.query, parameters });
    return rows;
  };
}

class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Fixed<V, R> = { readonly query: CompiledQuery<R>; readonly parameters: readonly unknown[]; readonly of?: V };

function fix<V, R>(tx: Tx, build: Build<V, R>): Fixed<V, R> {
  // Whatever name is asked for is a place; the type of `build` knows which names there are.
  const places = new Proxy({}, { get: (_, name) => sql`${new Place(String(name))}` }) as Places<V>;
  const built = build(places, tx);
  // Builders of Kysely know their executor already, raw ones ask for it.
  const query = (built as RawBuilder<R>).compile(tx);
  return { query, parameters: query.parameters };
}

/** One fixed statement for each shape of a question, where a list over a township reads another index than one over a county. */
export function fixedStatementPer<S extends object, V extends object, R>(
  buildFor: (shape: S) => Build<V, R>,
): (tx: Tx, shape: S, values: V) => Promise<R[]> {
  const made = new Map<string, ReturnType<typeof fixedStatement<V, R>>>();
  return (tx, shape, values) => {
    const key = JSON.stringify(shape);
    const known = made.get(key) ?? fixedStatement(buildFor(shape));
    made.set(key, known);
    return known(tx, values);
  };
}
