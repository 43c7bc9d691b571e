import { Instant } from '@yimen/contracts';
import { expect, test } from 'vitest';

test.each([
  ['2026-03-02T02:00:00.000Z', '2026-03-02T02:00:00.000Z'],
  ['2026-03-02T02:00:00+00:00', '2026-03-02T02:00:00.000Z'],
  ['2026-03-02T02:00:00.47+00:00', '2026-03-02T02:00:00.470Z'],
  ['2026-03-02T02:00:00.472+00:00', '2026-03-02T02:00:00.472Z'],
  ['2026-03-02T02:00:00.472123+00:00', '2026-03-02T02:00:00.472Z'],
  ['2026-03-02T10:00:00+08:00', '2026-03-02T02:00:00.000Z'],
])('the instant %s goes out as %s', (written, sent) => {
  expect(Instant.parse(written)).toBe(sent);
});

test.each(['2026-03-02', '2026-03-02T02:00:00', '2026-13-02T02:00:00Z', 'soon'])('%s is no instant', (text) => {
  expect(Instant.safeParse(text).success).toBe(false);
});
