export { figuresOf, type Figures } from './figures.ts'
export { bytesFrom, modelFrom } from './keep.ts'
export { learn, type Example } from './learn.ts'
export { read, type Answer, type Model } from './model.ts'
