import type { ReactNode } from 'react';

/** A hand held out: somebody needs help. */
export function HelpIcon() {
  return (
    <LineIcon>
      <path d="M12 21s-7.5-4.6-9.3-9.2C1.300 8 3.500 4.500 7 4.500c2.100 0 3.900 1.100 5 2.900 1.100-1.800 2.900-2.900 5-2.900 3.500 0 5.700 3.500 4.300 7.300C19.500 16.400 12 21 12 21z" />
      <path d="M12 9.500v5M9.500 12h5" />
    </LineIcon>
  );
}

export function FollowIcon() {
  return (
    <LineIcon>
      <path d="M6 3.500h9l4 4v13H6z" />
      <path d="M9 12.500l2.200 2.200 4-4.200" />
    </LineIcon>
  );
}

export function PhoneIcon() {
  return (
    <LineIcon>
      <path d="M6.500 3.500h3l1.500 4.300-2 1.700a12 12 0 0 0 5.500 5.500l1.700-2 4.300 1.500v3a2 2 0 0 1-2.200 2C10.900 18.900 5.100 13.100 4.500 5.700a2 2 0 0 1 2-2.200z" />
    </LineIcon>
  );
}

export function CameraIcon() {
  return (
    <LineIcon>
      <path d="M4 7.500h3.500L9 5h6l1.500 2.500H20a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.500a1 1 0 0 1 1-1z" />
      <circle cx="12" cy="13" r="3.500" />
    </LineIcon>
  );
}

function LineIcon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="1.625rem"
      height="1.625rem"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
