export { suggestFrom, type Source, type Suggest, type Suggested, type Suggestion } from './suggest.ts'
