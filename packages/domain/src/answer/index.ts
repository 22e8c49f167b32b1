export { judge, sure, type Found, type Verdict } from './judge.ts'
export { quoted } from './paragraphs.ts'
export { answerRefusals } from './refusals.ts'
export { owesTelling, tellAgain, type TellingFacts, type TellingOutcome } from './telling.ts'
