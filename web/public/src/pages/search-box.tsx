import type { Say } from '../say.ts'

export const SearchBox = ({ say, text }: { readonly say: Say; readonly text: string }) => (
  <form className="search" method="get" action="/knowledge" role="search">
    <label htmlFor="text">{say('想问什么？两个字就能查', 'What would you like to know? Two characters will do')}</label>
    <div className="search-row">
      <input
        id="text"
        name="text"
        type="search"
        maxLength={200}
        defaultValue={text}
        placeholder={say('如：低保、欠薪、身份证', 'e.g. 低保, 身份证')}
      />
      <button type="submit">{say('查', 'Search')}</button>
    </div>
  </form>
)
