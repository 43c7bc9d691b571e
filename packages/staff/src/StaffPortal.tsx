import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useLanguage } from '@yimen/ui';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
// Names of the months in the date picker.
import 'dayjs/locale/zh-cn';
import { giveNonceToStyles, readCspNonce } from './platform/csp-nonce.ts';
import { queryClient } from './platform/query-client.ts';
import { createStaffRouter } from './platform/router.tsx';
import { theme } from './platform/theme.ts';
import { RenewalDialog } from './sign-in/RenewalDialog.tsx';

const router = createStaffRouter();
const csp = { nonce: readCspNonce() };
giveNonceToStyles(csp.nonce);

export function StaffPortal() {
  const language = useLanguage();
  return (
    <ConfigProvider
      csp={csp}
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <App>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <RenewalDialog />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
