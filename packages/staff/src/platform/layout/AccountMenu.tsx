import { DownOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import type { ActingPost } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Dropdown, type MenuProps } from 'antd';
import { leaveSession } from '../session/leave-session.ts';
import { useMe } from '../session/use-me.ts';
import { useSwitchPost } from '../session/use-switch-post.ts';
import { text } from '../text.ts';

const SIGN_OUT = 'sign-out';
const ACCOUNT = '/account';

/** Office and post of this tab; switches between own posts and those of an absent A. */
export function AccountMenu() {
  const t = useText(text);
  const me = useMe();
  const switchPost = useSwitchPost();
  const navigate = useNavigate();

  function postLabel(post: ActingPost): string {
    const whose = post.onBehalfOf === null ? '' : `（${t('substituteOf', { name: post.onBehalfOf })}）`;
    return `${post.officeName} · ${post.title}${whose}`;
  }

  const items: MenuProps['items'] = [
    {
      type: 'group',
      key: 'posts',
      label: t('posts'),
      children: me.posts.map((post) => ({ key: post.postId, label: postLabel(post) })),
    },
    { type: 'divider' },
    { key: ACCOUNT, label: t('myAccount') },
    { key: SIGN_OUT, label: t('signOut') },
  ];

  function choose(key: string): void {
    if (key === SIGN_OUT) return void leaveSession();
    if (key === ACCOUNT) return void navigate({ to: ACCOUNT });
    switchPost(key);
  }

  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      // Inside the header, so that it belongs to a landmark and stays right behind the button for the Tab key.
      getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
      menu={{ items, selectedKeys: me.post === null ? [] : [me.post.postId], onClick: ({ key }) => choose(key) }}
    >
      <button type="button" className="ys-bar-button ys-bar-account">
        <span className="ys-bar-person">{me.name}</span>
        <span className="ys-bar-post">
          {me.post === null ? t('noPost') : `${me.post.officeName} · ${me.post.title}`}
        </span>
        <DownOutlined aria-hidden="true" />
      </button>
    </Dropdown>
  );
}
