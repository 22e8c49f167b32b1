import type { PlaceGroup } from '@open12345/contract/public-page'
import type { Say } from '../say.ts'

/** Some things hold in one county only. */
const County = ({ say, chosen, places }: { readonly say: Say; readonly chosen: string; readonly places: readonly PlaceGroup[] }) => (
  <>
    <label htmlFor="region">{say('您在哪个县（市）', 'Which county are you in')}</label>
    <select id="region" name="region" defaultValue={chosen}>
      <option value="">{say('不说，查全州的', 'Not told: the whole prefecture')}</option>
      {places.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  </>
)

type Props = {
  readonly say: Say
  readonly text: string
  readonly region?: { readonly chosen: string; readonly places: readonly PlaceGroup[] }
}

export const SearchBox = ({ say, text, region }: Props) => (
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
    {region === undefined ? null : <County say={say} {...region} />}
  </form>
)
