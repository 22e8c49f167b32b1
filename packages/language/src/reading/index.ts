export { grams, oneSpelling } from './grams.ts'
