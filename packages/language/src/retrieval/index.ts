export { bm25, type Ranked } from './bm25.ts'
