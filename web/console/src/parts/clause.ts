import { currentLanguage } from '@open12345/ui/language.ts'

const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const inChinese = (figure: number): string => {
  const [tens, ones] = [Math.floor(figure / 10), figure % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (numerals[tens] ?? '')}十`
  return ten + (ones === 0 && tens > 0 ? '' : (numerals[ones] ?? ''))
}

/** A clause's id as the regulation writes it: 12-2a → 第十二条（二）. What is no article's id is shown as it came. */
export const clauseText = (clause: string): string => {
  // 法律法规另有规定的，从其规定: the last paragraph of article 12 has no number of its own.
  if (clause === '12-5') return currentLanguage() === 'en' ? 'article 12, last paragraph' : '第十二条末款'
  const found = /^(\d{1,2})(?:-(\d))?/.exec(clause)
  if (found === null) return clause
  const [, article = '', item] = found
  if (currentLanguage() === 'en') return item === undefined ? `article ${article}` : `article ${article}(${item})`
  const number = `第${inChinese(Number(article))}条`
  return item === undefined || item === '0' ? number : `${number}（${inChinese(Number(item))}）`
}
