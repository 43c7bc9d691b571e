import { z } from 'zod';
import { PERMISSIONS, ROLE_IDS } from './access.ts';
import { Done, Id, Instant, Name, plainText } from './primitives.ts';
import { defineRoute } from './route.ts';

const Login = z.string().trim().toLowerCase().min(2).max(60);
const Secret = z.string().min(1).max(200);

/** A sign-in is either complete or waits for one named step. */
export const SignInState = z.object({
  state: z.enum(['signed-in', 'second-factor', 'password-change', 'second-factor-setup']),
});
export type SignInState = z.infer<typeof SignInState>;

export const ActingPost = z.object({
  postId: Id,
  title: z.string(),
  role: z.enum(ROLE_IDS),
  officeId: Id,
  officeName: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  /** B while A is absent: whose post this is. */
  onBehalfOf: z.string().nullable(),
});
export type ActingPost = z.infer<typeof ActingPost>;

export const Me = z.object({
  accountId: Id,
  login: z.string(),
  name: z.string(),
  signIn: SignInState.shape.state,
  /** Post of this request; null for administrators without a post or half-finished sign-ins. */
  post: ActingPost.nullable(),
  posts: z.array(ActingPost),
  permissions: z.array(z.enum(PERMISSIONS)),
  idleExpiresAt: Instant,
  secondFactor: z.boolean(),
  /** Locality name shown in the header. */
  locality: z.string(),
  hotline: z.string(),
});
export type Me = z.infer<typeof Me>;

export const signIn = defineRoute({
  id: 'sign-in',
  method: 'POST',
  path: '/session',
  access: 'public',
  audited: true,
  summary: { zh: '登录', en: 'Sign in' },
  body: z.object({ login: Login, password: Secret }),
  response: SignInState,
  errors: ['SIGN_IN_FAILED'],
});

export const confirmSecondFactor = defineRoute({
  id: 'confirm-second-factor',
  method: 'POST',
  path: '/session/second-factor',
  access: 'public',
  audited: true,
  summary: { zh: '输入动态验证码', en: 'Confirm the second factor' },
  body: z.object({ code: z.string().trim().min(6).max(20) }),
  response: SignInState,
  errors: ['SIGN_IN_FAILED'],
});

export const signOut = defineRoute({
  id: 'sign-out',
  method: 'DELETE',
  path: '/session',
  access: 'public',
  audited: true,
  summary: { zh: '退出登录', en: 'Sign out' },
  response: z.object({ signedOut: z.literal(true) }),
});

export const getMe = defineRoute({
  id: 'get-me',
  method: 'GET',
  path: '/me',
  access: 'public',
  summary: { zh: '当前登录人', en: 'Who is signed in' },
  response: Me,
  errors: ['NOT_SIGNED_IN'],
});

export const changePassword = defineRoute({
  id: 'change-password',
  method: 'POST',
  path: '/me/password',
  access: 'public',
  audited: true,
  summary: { zh: '修改密码', en: 'Change the password' },
  body: z.object({ currentPassword: Secret, newPassword: Secret }),
  response: SignInState,
  errors: ['SIGN_IN_FAILED', 'WEAK_PASSWORD'],
});

export const startSecondFactor = defineRoute({
  id: 'start-second-factor',
  method: 'POST',
  path: '/me/second-factor',
  access: 'public',
  audited: true,
  shownOnce: true,
  summary: { zh: '绑定动态验证码', en: 'Start enrolling a second factor' },
  response: z.object({ secret: z.string(), uri: z.string() }),
});

export const finishSecondFactor = defineRoute({
  id: 'finish-second-factor',
  method: 'POST',
  path: '/me/second-factor/confirmation',
  access: 'public',
  audited: true,
  shownOnce: true,
  summary: { zh: '确认绑定', en: 'Finish enrolling a second factor' },
  body: z.object({ code: z.string().trim().length(6) }),
  response: z.object({ recoveryCodes: z.array(z.string()) }),
  errors: ['SIGN_IN_FAILED'],
});

export const createFirstAdministrator = defineRoute({
  id: 'create-first-administrator',
  method: 'POST',
  path: '/first-administrator',
  access: 'public',
  audited: true,
  summary: { zh: '建立首位管理员', en: 'Create the first administrator' },
  body: z.object({ token: z.string().min(20).max(200), login: Login, name: Name, password: plainText(200) }),
  response: Done,
  errors: ['TOKEN_INVALID', 'WEAK_PASSWORD'],
});
