import { z } from 'zod'
import { instant, route, uuid } from '../kernel/index.ts'

export const providerView = z
  .object({
    providerId: uuid,
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    origin: z.string().describe('Where browsers find this platform'),
    redirectUri: z.string().describe('To be registered with the provider'),
    unitId: z.string(),
    unitName: z.string(),
    enabled: z.boolean(),
    links: z.int().describe('How many accounts are linked'),
  })
  .meta({ id: 'IdentityProvider' })
export type ProviderView = z.infer<typeof providerView>

export const linkView = z.object({
  linkId: uuid,
  providerId: uuid,
  providerName: z.string(),
  linkedAt: instant,
  lastUsedAt: instant.nullable(),
})
export type LinkView = z.infer<typeof linkView>

const tag = 'session'
const anybody = { kind: 'public' } as const
const manage = { kind: 'staff', action: 'account.manage' } as const
const given = z.object({
  name: z.string().trim().min(1).max(40),
  issuer: z.url().max(300).describe('https; http for localhost only'),
  clientId: z.string().trim().min(1).max(200),
  clientSecret: z.string().min(1).max(500).describe('Never shown again'),
  origin: z.url().max(200),
  unitId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
})
const links = z.object({ items: z.array(linkView) })
const ofAccount = z.object({ accountId: uuid })

export const providerRoutes = {
  beginElsewhere: route({
    method: 'POST',
    path: '/session/elsewhere',
    summary: '统一身份登录 Where to send the browser, to sign in or to link the account of who is signed in',
    tag,
    access: anybody,
    body: z.object({ providerId: uuid, purpose: z.enum(['sign-in', 'link']) }),
    response: z.object({ to: z.string() }),
    status: 201,
  }),
  finishElsewhere: route({
    method: 'POST',
    path: '/session/elsewhere/back',
    summary: '统一身份登录返回 What the provider sent the browser back with',
    tag,
    access: anybody,
    body: z.object({ query: z.string().min(1).max(4000).describe('The query of the address, as it came') }),
    response: z.object({ purpose: z.enum(['sign-in', 'link']) }),
  }),
  listOwnLinks: route({
    method: 'GET',
    path: '/session/links',
    summary: '我的统一身份 Own links to identity providers',
    tag,
    access: anybody,
    response: links,
  }),
  listProviders: route({
    method: 'GET',
    path: '/identity-providers',
    summary: '统一身份提供方 Identity providers',
    tag,
    access: manage,
    response: z.object({ items: z.array(providerView) }),
  }),
  addProvider: route({
    method: 'POST',
    path: '/identity-providers',
    summary: '登记统一身份提供方 Add an identity provider; it is enabled apart',
    tag,
    access: manage,
    body: given,
    response: providerView,
    status: 201,
    command: true,
  }),
  changeProvider: route({
    method: 'PATCH',
    path: '/identity-providers/:providerId',
    summary: '更改统一身份提供方 Change, enable or disable one; disabling ends the sessions that began there',
    tag,
    access: manage,
    params: z.object({ providerId: uuid }),
    body: given.omit({ issuer: true, unitId: true }).partial().extend({ enabled: z.boolean().optional() }),
    response: providerView,
    command: true,
  }),
  listAccountLinks: route({
    method: 'GET',
    path: '/accounts/:accountId/links',
    summary: '某账号的统一身份 Links of an account',
    tag,
    access: manage,
    params: ofAccount,
    response: links,
  }),
  removeAccountLink: route({
    method: 'DELETE',
    path: '/accounts/:accountId/links/:linkId',
    summary: '解除某账号的统一身份 Remove a link and end the sessions that began by it',
    tag,
    access: manage,
    params: z.object({ accountId: uuid, linkId: uuid }),
    response: z.null(),
    status: 204,
  }),
} as const
