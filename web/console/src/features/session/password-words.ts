import { words } from '@open12345/ui/language.ts'

export const passwordWords = words({
  password: ['新口令', 'New password'],
  again: ['再输入一次', 'Once more'],
  rule: [
    '10 至 128 个字符，含字母、数字、符号中的两类以上，不含登录名。',
    '10 to 128 characters, of two kinds at least (letters, digits, signs), without the login.',
  ],
  short: ['口令至少 10 个字符', 'A password has 10 characters at least'],
  differs: ['两次输入不一致', 'The two do not match'],
  needed: ['请填写', 'Please fill this in'],
})
