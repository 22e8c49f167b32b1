import { words } from '@open12345/ui/language.ts'

/** Why a message did not go out; what a gateway says in its own words is shown as it came. */
export const failureWords = words({
  'no-number': ['没有留电话', 'No number was left'],
  'no-mobile': ['不是手机号，收不到短信', 'Not a mobile number: it takes no SMS'],
  'no-longer-asked': ['工单已不需要回访，没有发送', 'The order asks no more; not sent'],
  unreachable: ['号码收不到短信', 'The number takes no message'],
  'no-order': ['工单已不存在', 'The order is gone'],
  unknown: ['不知道是否发出', 'Nobody knows whether it went out'],
})
export const isKnownFailure = (failure: string): failure is keyof typeof failureWords => failure in failureWords
