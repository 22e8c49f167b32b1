export { equivalents } from './equivalents.ts'
export { grams, oneSpelling } from './grams.ts'
export { sounds, type Sound } from './pinyin.ts'
export { eachSign, signs, type Sign } from './signs.ts'
