export { equivalents } from './equivalents.ts'
export { grams, oneSpelling } from './grams.ts'
export { sounds, type Sound } from './pinyin.ts'
export { signs, type Sign } from './signs.ts'
