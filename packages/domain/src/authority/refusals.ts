import type { RefusalTable } from '../kernel/index.ts'

export const sessionRefusals = {
  'session.wrong-credentials': { nature: 'unauthenticated', zh: '账号或口令不正确。', en: 'The login or the password is not right.' },
  'session.locked': {
    nature: 'too-many',
    zh: '连续输错次数过多，请在 {minutes} 分钟后再试。',
    en: 'Too many failed attempts; try again in {minutes} minutes.',
  },
  'session.code-needed': {
    nature: 'unauthenticated',
    clause: '20-mechanism',
    zh: '请再输入动态码。',
    en: 'The code of your second factor is needed too.',
  },
  'session.code-wrong': {
    nature: 'unauthenticated',
    clause: '20-mechanism',
    zh: '动态码不正确，或已经用过，请等下一个。',
    en: 'The code is not right, or was used already; wait for the next.',
  },
  'session.factor-present': {
    nature: 'forbidden-step',
    zh: '您已绑定动态码。更换手机请联系安全管理员解除。',
    en: 'You have a second factor already; the security administrator takes it off when you change your phone.',
  },
  'session.factor-not-begun': { nature: 'forbidden-step', zh: '请先取得动态码密钥。', en: 'Ask for the key of your second factor first.' },
  'session.provider-unknown': {
    nature: 'not-found',
    zh: '没有这个统一身份登录方式，或已停用，请用口令登录。',
    en: 'There is no such identity provider, or it is disabled; sign in with your password.',
  },
  'session.provider-unreachable': {
    nature: 'forbidden-step',
    zh: '现在连接不上统一身份系统，请稍后再试，或用口令登录。',
    en: 'The identity provider cannot be reached now; try later, or sign in with your password.',
  },
  'session.provider-refused': {
    nature: 'unauthenticated',
    zh: '统一身份系统没有确认登录，或返回的信息不可信，请重新登录。',
    en: 'The identity provider did not confirm, or what came back cannot be trusted; begin again.',
  },
  'session.provider-expired': {
    nature: 'unauthenticated',
    zh: '这次登录不是从本浏览器开始的，或已超过十分钟，请重新登录。',
    en: 'This sign-in was not begun in this browser, or ten minutes ago; begin again.',
  },
  'session.subject-unknown': {
    nature: 'unauthenticated',
    zh: '这个统一身份没有关联本平台的账号。请先用口令登录，在“我的登录与口令”里关联。',
    en: 'This identity is linked to no account here. Sign in with your password first and link it on your own page.',
  },
  'session.provider-needs-code': {
    nature: 'not-entitled',
    clause: '20-mechanism',
    zh: '您的岗位须用口令和动态码登录，不能用统一身份登录。',
    en: 'Your role signs in with the password and the code of a second factor, not by an identity provider.',
  },
  'session.provider-other-unit': {
    nature: 'not-entitled',
    zh: '您在使用这个统一身份系统的单位里没有岗位。',
    en: 'You hold no role in the unit whose identity provider this is.',
  },
  'session.password-needed': {
    nature: 'forbidden-step',
    clause: '20-mechanism',
    zh: '请先用口令登录，再办理这一项。',
    en: 'Sign in with your password first.',
  },
  'session.link-taken': {
    nature: 'forbidden-step',
    zh: '这个统一身份已关联另一个账号，或您已关联过这个系统的另一个身份，请联系安全管理员。',
    en: 'This identity is linked to another account, or you are linked to another identity there; ask the security administrator.',
  },
  'session.no-role': {
    nature: 'not-entitled',
    clause: '7-1',
    zh: '您目前没有在有效期内的岗位，请联系本单位安全管理员。',
    en: 'No role is granted to you at present; ask your security administrator.',
  },
  'session.wrong-password': { nature: 'invalid', zh: '原口令不正确。', en: 'The present password is not right.' },
  'session.not-found': {
    nature: 'not-found',
    zh: '没有这个登录会话，可能已经退出。',
    en: 'There is no such session; it may have ended already.',
  },
} as const satisfies RefusalTable
export type SessionRefusalCode = keyof typeof sessionRefusals

export const accountRefusals = {
  'account.not-found': { nature: 'not-found', zh: '没有这个账号。', en: 'There is no such account.' },
  'account.login-taken': { nature: 'forbidden-step', zh: '这个登录名已被使用，请换一个。', en: 'This login is taken; choose another.' },
  'account.disabled': { nature: 'forbidden-step', zh: '这个账号已停用。', en: 'This account is disabled.' },
  'account.password-weak': {
    nature: 'invalid',
    clause: '20-mechanism',
    zh: '口令须为 10 至 128 个字符，含字母、数字、符号中的两类以上，且不得包含登录名。',
    en: 'A password has 10 to 128 characters, of two kinds at least (letters, digits, signs), and does not contain the login.',
  },
  'account.factor-required': {
    nature: 'forbidden-step',
    clause: '20-mechanism',
    zh: '三类管理员必须使用动态码，不得取消。',
    en: 'The three administrators always sign in with a second factor.',
  },
  'account.factor-none': { nature: 'forbidden-step', zh: '这个账号没有绑定动态码。', en: 'This account has no second factor.' },
  'account.password-same': { nature: 'invalid', zh: '新口令不得与原口令相同。', en: 'The new password must differ from the present one.' },
  'account.invitation-invalid': {
    nature: 'not-found',
    zh: '链接无效、已使用或已过期，请联系安全管理员重新发送。',
    en: 'The link is not valid, was used already or has expired; ask the security administrator for a new one.',
  },
  'account.roles-incompatible': {
    nature: 'forbidden-step',
    clause: '20-mechanism',
    zh: '岗位冲突：三类管理员互相独立且不办件，派单方与承办方不得由同一账号兼任。',
    en: 'These roles exclude each other: each administrator holds that one office and handles no case, and nobody sits on both sides of a dispatch.',
  },
  'account.outsourced-role': {
    nature: 'forbidden-step',
    clause: '20b',
    zh: '外包人员只能担任话务或专家座席，不得担任决定办理的岗位。',
    en: 'A person of a contractor may hold a seat only, no role that decides how a matter is handled.',
  },
  'account.own-grant': {
    nature: 'forbidden-step',
    clause: '20-mechanism',
    zh: '不得为自己授予、收回岗位或停用自己。',
    en: 'Nobody grants or revokes their own role, or disables themself.',
  },
  'account.unit-unknown': { nature: 'invalid', zh: '没有这个单位，或该单位已撤销。', en: 'There is no such unit, or it has ceased.' },
  'account.period-invalid': {
    nature: 'invalid',
    zh: '结束时间须晚于开始时间和当前时间。',
    en: 'The period must end after it begins, and not in the past.',
  },
  'account.grant-not-found': { nature: 'not-found', zh: '没有这项授权，或已收回。', en: 'There is no such grant, or it was revoked.' },
  'account.provider-address': {
    nature: 'invalid',
    clause: '20-mechanism',
    zh: '地址须以 https:// 开头；http:// 只可用于本机（localhost）。',
    en: 'The address begins with https://; http:// is for localhost only.',
  },
  'account.provider-taken': {
    nature: 'forbidden-step',
    zh: '这个提供方和客户端编号已登记。',
    en: 'This provider with this client id is there already.',
  },
  'account.provider-not-found': { nature: 'not-found', zh: '没有这个统一身份提供方。', en: 'There is no such identity provider.' },
  'account.link-not-found': { nature: 'not-found', zh: '没有这项关联，或已解除。', en: 'There is no such link, or it was removed.' },
  'account.deputy-self': {
    nature: 'forbidden-step',
    clause: '7-1',
    zh: '不得代理自己。',
    en: 'Nobody is their own deputy.',
  },
  'account.deputy-period': {
    nature: 'invalid',
    clause: '7-1',
    zh: '代理须写明到期时间，到期自行终止。',
    en: 'A deputy stands in for a period with an end.',
  },
  'account.deputy-beyond': {
    nature: 'forbidden-step',
    clause: '7-1',
    zh: '被代理人在整个代理期间须在同一单位担任同一岗位（代理得来的不算）。',
    en: 'Whoever is stood in for holds the same role in the same unit for the whole period, and not as a deputy.',
  },
  'account.key-not-found': {
    nature: 'not-found',
    zh: '没有这个接口密钥，或已收回、已过期。',
    en: 'There is no such key, or it was revoked or has expired.',
  },
  'account.key-period': {
    nature: 'invalid',
    clause: '20-mechanism',
    zh: '接口密钥的有效期最长一年，且须在将来。',
    en: 'A key holds for a year at most, and ends in the future.',
  },
  'account.not-officer': {
    nature: 'not-entitled',
    clause: '20-mechanism',
    zh: '权限复核由本单位的安全员签署，您不是这个单位的安全员。',
    en: 'The unit’s security officer signs its access review, and that is not you.',
  },
  'account.officer-unfit': {
    nature: 'forbidden-step',
    clause: '20-mechanism',
    zh: '安全员须是本单位在岗的本级人员，不能是外包人员或已停用的账号。',
    en: 'A security officer holds a role in the unit, and is neither of a contractor nor disabled.',
  },
  'account.review-quarter': {
    nature: 'forbidden-step',
    zh: '现在已是另一个季度，请重新打开页面。',
    en: 'Another quarter has begun; open the page again.',
  },
  'account.review-signed': {
    nature: 'forbidden-step',
    zh: '本季度的权限复核已经签署。',
    en: 'This quarter’s review is signed already.',
  },
  'account.review-incomplete': {
    nature: 'forbidden-step',
    clause: '20-mechanism',
    zh: '每一项授权都须确认或要求收回；授权可能刚有变动，请重新打开页面。',
    en: 'Each grant is confirmed or asked to be revoked; they may have changed, open the page again.',
  },
  'account.contact-invalid': { nature: 'invalid', zh: '手机号码不正确，请核对。', en: 'This is not a mobile number; please check it.' },
} as const satisfies RefusalTable
export type AccountRefusalCode = keyof typeof accountRefusals
