import { useQueryClient } from '@tanstack/react-query';
import { useText } from '@yimen/ui';
import { App, Button, Card } from 'antd';
import { useState } from 'react';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { PasswordStep } from './PasswordStep.tsx';
import { SetupStep } from './SetupStep.tsx';
import { text } from './text.ts';
import './sign-in.css';

export function AccountPage() {
  const t = useText(text);
  const { message } = App.useApp();
  const [round, setRound] = useState(0);

  function passwordChanged(): void {
    setRound(round + 1); // a fresh form, without the passwords just typed
    void message.success(t('passwordChanged'));
  }

  return (
    <>
      <PageHeader />
      <div className="ys-account">
        <Card title={t('passwordTitle')}>
          <PasswordStep key={round} onAnswer={passwordChanged} />
        </Card>
        <SecondFactorCard />
      </div>
    </>
  );
}

function SecondFactorCard() {
  const t = useText(text);
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [enrolling, setEnrolling] = useState(false);

  function enrolled(): void {
    setEnrolling(false);
    void client.refetchQueries({ queryKey: ['me'] });
    void message.success(t('secondFactorDone'));
  }

  return (
    <Card title={t('secondFactorTitle')}>
      {enrolling ? (
        <SetupStep onAnswer={enrolled} />
      ) : (
        <>
          <p className="ys-sign-in-intro">{me.secondFactor ? t('secondFactorOn') : t('secondFactorOff')}</p>
          <Button onClick={() => setEnrolling(true)}>
            {me.secondFactor ? t('secondFactorAgain') : t('secondFactorStart')}
          </Button>
        </>
      )}
    </Card>
  );
}
