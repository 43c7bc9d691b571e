import type { LaneColumn, Memory } from './columns.ts';
import { BYTES, isConstant, LANES, type LaneOperator, type Lanes, type LaneType, VECTORS } from './graph.ts';
import { INSTRUCTIONS, LANE_LOADS, SPLATS } from './vector-instructions.ts';
import * as shapes from './vector-shapes.ts';
import { VECTOR } from './wasm/opcodes.ts';
import type { FunctionWriter, Local } from './wasm/write-function.ts';

/** What one vector is computed from. */
export interface VectorContext {
  readonly writer: FunctionWriter;
  readonly memory: Memory;
  /** How far the columns of each width have been worked through. */
  readonly at: Readonly<Record<LaneType, Local>>;
  /** Where the stretch of the row begins. */
  readonly row: Local;
  /** The column lanes are read from instead of being computed. */
  readonly column: (lanes: Lanes) => LaneColumn | undefined;
  /** One vector of a part is left on the stack. */
  readonly push: (lanes: Lanes, part: number) => void;
}

/** One vector of the lanes is left on the stack; `part` says which of those that sixteen elements take. */
export function emitVector(lanes: Lanes, part: number, context: VectorContext): void {
  const { writer, at, row, push } = context;
  const column = context.column(lanes);
  if (column) {
    writer.get(at[column.type]);
    writer.vectorAt(VECTOR.load, column.address + part * LANES);
    return;
  }
  const { operator, type, parts, detail } = lanes;
  switch (operator) {
    case 'constant':
      emitConstant(type, detail, context);
      return;
    case 'row':
      writer.get(row);
      writer.vectorAt(SPLATS[type], detail);
      return;
    case 'swizzle':
      writer.get(row);
      writer.vectorAt(VECTOR.load, detail);
      for (const one of parts) push(one, 0);
      writer.vector(VECTOR.swizzle);
      return;
    case 'joined':
      shapes.joinBytes(writer, part, (byte) => pushPart(lanes, byte, 0, context));
      return;
    case 'keyed':
      emitAnswers(lanes, part, context);
      return;
    case 'convert':
      emitConversion(lanes, part, context);
      return;
    case 'select':
      emitSelection(lanes, part, context);
      return;
    default:
      emitOperation(lanes, part, context);
  }
}

function pushPart(lanes: Lanes, index: number, part: number, { push }: VectorContext): void {
  const one = lanes.parts[index];
  if (!one) throw new Error(`${lanes.operator} has no part ${index}`);
  push(one, part);
}

function emitConstant(type: LaneType, value: number, { writer, memory }: VectorContext): void {
  if (value === 0 || type === 'mask') {
    writer.bytes('constant', shapes.bytesAlike(value === 0 ? 0 : 255));
    return;
  }
  writer.int(memory.constant(type, value));
  writer.vectorAt(SPLATS[type], 0);
}

/** Comparisons are made in the width of the numbers, and packed into one byte each. */
function emitOperation({ operator, type, parts }: Lanes, part: number, { writer, push }: VectorContext): void {
  const width = parts[0]?.type ?? type;
  const apply = (at: number) => {
    for (const one of parts) push(one, at);
    writer.vector(instructionFor(operator, width === 'mask' ? type : width));
  };
  if (type === 'mask' && width !== 'mask') shapes.packMask(writer, width, apply);
  else apply(part);
}

function instructionFor(operator: LaneOperator, type: LaneType): number {
  const instruction = INSTRUCTIONS[operator]?.[type];
  if (instruction === undefined) throw new Error(`there is no ${operator} of ${type}`);
  return instruction;
}

function emitConversion(lanes: Lanes, part: number, context: VectorContext): void {
  const { writer } = context;
  const from = lanes.parts[0]?.type;
  if (from === 'u8') {
    pushPart(lanes, 0, 0, context);
    shapes.integersOfBytes(writer, part);
  } else if (lanes.type === 'f64') {
    pushPart(lanes, 0, part >> 1, context);
    shapes.floatsOfIntegers(writer, part);
  } else if (from === 'f64') {
    shapes.pushLowHalves(writer, part, (half) => {
      pushPart(lanes, 0, half, context);
      emitConstant('f64', shapes.TO_WHOLE, context);
      writer.vector(VECTOR.addF64);
    });
  } else shapes.bytesOfIntegers(writer, (one) => pushPart(lanes, 0, one, context));
}

const [MASK, CHOSEN, OTHERWISE] = [0, 1, 2];

function emitSelection(lanes: Lanes, part: number, context: VectorContext): void {
  const { writer } = context;
  const isNought = (index: number) => lanes.parts[index] !== undefined && isConstant(lanes.parts[index], 0);
  if (!isNought(CHOSEN)) pushPart(lanes, CHOSEN, part, context);
  if (!isNought(OTHERWISE)) pushPart(lanes, OTHERWISE, part, context);
  pushPart(lanes, MASK, 0, context);
  shapes.widenMask(writer, lanes.type, part);
  if (isNought(CHOSEN)) writer.vector(VECTOR.andNot);
  else writer.vector(isNought(OTHERWISE) ? VECTOR.and : VECTOR.bitselect);
}

/** Lane by lane: each has its own address. The last one is at the bottom of the stack. */
function emitAnswers(lanes: Lanes, part: number, context: VectorContext): void {
  const { writer, row } = context;
  const { type, detail } = lanes;
  const count = LANES / VECTORS[type];
  const pushLane = (index: number, element: number) => {
    pushPart(lanes, index, element >> 2, context);
    writer.vector(VECTOR.laneOfI32, element & 3);
  };
  for (let lane = count - 1; lane >= 0; lane -= 1) {
    const element = part * count + lane;
    pushLane(0, element);
    writer.scale(BYTES[type]);
    if (lanes.parts.length > 1) pushLane(1, element);
    else writer.get(row);
    writer.scalar('addI32');
  }
  writer.bytes('constant', shapes.bytesAlike(0));
  for (let lane = 0; lane < count; lane += 1) writer.vectorAt(LANE_LOADS[type], detail, lane);
}
