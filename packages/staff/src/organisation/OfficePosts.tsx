import { listPosts, type Office, ROLES } from '@yimen/contracts';
import { Skeleton, useText, useWords } from '@yimen/ui';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { Section } from '../platform/layout/Section.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { text as shell } from '../platform/text.ts';
import { AssignDialog } from './dialogs/AssignDialog.tsx';
import { CreatePostDialog } from './dialogs/CreatePostDialog.tsx';
import { EditPostDialog } from './dialogs/EditPostDialog.tsx';
import { Holders } from './Holders.tsx';
import { text } from './text.ts';

const MOST = 100;
type Act = { readonly act: 'assign' | 'edit'; readonly postId: string };

export function OfficePosts({ office }: { readonly office: Office }) {
  const t = useText(text);
  const mayGrant = useMe().permissions.includes('permission.grant');
  const [creating, setCreating] = useState(false);
  return (
    <Section
      id="office-posts"
      title={t('posts')}
      actions={mayGrant ? <Button onClick={() => setCreating(true)}>{t('newPost')}</Button> : undefined}
    >
      <Posts officeId={office.id} mayGrant={mayGrant} />
      {creating ? <CreatePostDialog office={office} onClose={() => setCreating(false)} /> : null}
    </Section>
  );
}

function Posts({ officeId, mayGrant }: { readonly officeId: string; readonly mayGrant: boolean }) {
  const t = useText(text);
  const s = useText(shell);
  const words = useWords();
  const [chosen, choose] = useState<Act>();
  const posts = useCall(listPosts, { query: { officeId, limit: MOST } });
  if (posts.error !== null) return <ProblemNotice problem={posts.error} />;
  if (posts.data === undefined) return <Skeleton label={s('loading')} lines={4} />;
  if (posts.data.items.length === 0) return <p className="yc-faint">{t('noPosts')}</p>;
  // Looked up anew on every render: after a conflict the dialog must send the newest version.
  const post = posts.data.items.find((one) => one.id === chosen?.postId);
  const Dialog = chosen?.act === 'edit' ? EditPostDialog : AssignDialog;
  return (
    <>
      <Table
        aria-label={t('posts')}
        dataSource={posts.data.items}
        rowKey="id"
        pagination={false}
        size="middle"
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: t('postTitle'),
            render: (_, one) => (
              <>
                {one.title} {one.active ? null : <ToneTag>{t('inactive')}</ToneTag>}
                <div className="yc-faint">{words(ROLES[one.role])}</div>
              </>
            ),
          },
          { title: t('postRegion'), width: 160, dataIndex: 'regionName' },
          { title: t('holderA'), width: 180, render: (_, one) => <Holders post={one} kind="A" /> },
          { title: t('holderB'), width: 180, render: (_, one) => <Holders post={one} kind="B" /> },
          ...(mayGrant
            ? [
                {
                  title: t('acts'),
                  width: 150,
                  render: (_: unknown, { id, active }: { readonly id: string; readonly active: boolean }) => (
                    <span className="ys-actions">
                      {active ? (
                        <Button size="small" onClick={() => choose({ act: 'assign', postId: id })}>
                          {t('assignShort')}
                        </Button>
                      ) : null}
                      <Button size="small" onClick={() => choose({ act: 'edit', postId: id })}>
                        {t('change')}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {post === undefined ? null : <Dialog post={post} onClose={() => choose(undefined)} />}
    </>
  );
}
