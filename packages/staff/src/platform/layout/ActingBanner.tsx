import { useText } from '@yimen/ui';
import { useMe } from '../session/use-me.ts';
import { useSwitchPost } from '../session/use-switch-post.ts';
import { text } from '../text.ts';

export function ActingBanner() {
  const t = useText(text);
  const me = useMe();
  const switchPost = useSwitchPost();
  const post = me.post;
  if (post === null || post.onBehalfOf === null) return null;
  const own = me.posts.find((other) => other.onBehalfOf === null);
  return (
    <div className="ys-acting">
      <span className="ys-acting-badge">{t('substituteOf', { name: post.onBehalfOf })}</span>
      <span>{t('actingFor', { name: post.onBehalfOf, title: post.title })}</span>
      {own === undefined ? null : (
        <button type="button" className="ys-acting-back" data-screen-only="" onClick={() => switchPost(own.postId)}>
          {t('backToOwnPost')}
        </button>
      )}
    </div>
  );
}
