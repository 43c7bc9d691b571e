import { expect, test } from 'vitest';
import { nameOfPost } from './name-of-post.ts';

test.each([
  ['石婆店镇社会救助窗口', '石婆店镇社会救助窗口经办', '石婆店镇社会救助窗口经办 吴家才'],
  ['石婆店镇三岔村救急难互助社', '三岔村救急难互助社理事长', '石婆店镇三岔村救急难互助社理事长 吴家才'],
  ['区民政局', '救助股经办', '区民政局 救助股经办 吴家才'],
])('%s and %s are written %s', (officeName, title, written) => {
  expect(nameOfPost({ postId: '', officeName, title, holderName: '吴家才' })).toBe(written);
});

test('a post that nobody holds is written without a name', () => {
  expect(nameOfPost({ postId: '', officeName: '区民政局', title: '经办', holderName: null })).toBe('区民政局 经办');
});
