import '@yimen/ui/base.css';
import { loadFonts, startLanguage } from '@yimen/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StaffPortal } from './StaffPortal.tsx';

startLanguage();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <StaffPortal />
  </StrictMode>,
);
void loadFonts();
