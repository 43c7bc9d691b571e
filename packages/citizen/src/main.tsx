import '@yimen/ui/base.css';
import { loadFonts, startLanguage } from '@yimen/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CitizenPortal } from './CitizenPortal.tsx';
import { startLargeType } from './platform/large-type.ts';

startLanguage();
startLargeType();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <CitizenPortal />
  </StrictMode>,
);
void loadFonts();
