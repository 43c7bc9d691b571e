import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { isProblem } from '@yimen/ui';
import { createCitizenRouter } from './platform/router.tsx';

const router = createCitizenRouter();
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Phones in the mountains: try again when the line broke, never when the server answered.
      retry: (failures, error) => failures < 3 && isProblem(error) && (error.status === 0 || error.status === 503),
    },
  },
});

export function CitizenPortal() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
