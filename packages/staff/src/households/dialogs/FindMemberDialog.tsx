import { Link } from '@tanstack/react-router';
import type { PersonHit } from '@yimen/contracts';
import { Notice, useText } from '@yimen/ui';
import { Button, Modal } from 'antd';
import { PersonSearch } from '../PersonSearch.tsx';
import { text } from '../text.ts';

export interface FindMemberDialogProps {
  readonly onChoose: (hit: PersonHit) => void;
  readonly onClose: () => void;
}

/** Somebody on record who joins: by marriage, coming back, or moving in with relatives. */
export function FindMemberDialog({ onChoose, onClose }: FindMemberDialogProps) {
  const t = useText(text);
  return (
    <Modal open title={t('findMember')} footer={null} width={720} mask={{ closable: false }} onCancel={onClose}>
      <p className="yc-dialog-intro">{t('findMemberIntro')}</p>
      <PersonSearch
        actionOf={(hit) =>
          hit.householdId === null ? (
            <Button aria-label={t('joinOf', { name: hit.name })} onClick={() => onChoose(hit)}>
              {t('join')}
            </Button>
          ) : (
            <Link to={`/households/${hit.householdId}` as string} aria-label={t('leaveFirstOf', { name: hit.name })}>
              {t('leaveFirst')}
            </Link>
          )
        }
        onElsewhere={(elsewhere) => (
          <Notice title={t('elsewhereTitle')}>
            {t('elsewhereAsk', { office: elsewhere.officeName, phone: elsewhere.officePhone ?? t('noPhone') })}
          </Notice>
        )}
      />
    </Modal>
  );
}
