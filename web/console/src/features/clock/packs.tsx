import type { PackList } from '@open12345/contract/clock'
import { kindLabels, kinds, urgencies, urgencyLabels } from '@open12345/contract/vocabulary'
import type { ReactElement } from 'react'
import { fill, useLabel, useWords, words } from '@open12345/ui/language.ts'
import { Answered } from '../../parts/states.tsx'
import { usePacks } from './use-packs.ts'

const said = words({
  adoptions: ['适用情况', 'Adoptions'],
  from: ['自 {day}', 'From {day}'],
  to: ['至 {day}', 'until {day}'],
  inherits: ['其余沿用 {pack}', 'The rest inherited from {pack}'],
  clock: ['时限', 'Clock'],
  case: ['适用', 'For'],
  limit: ['长度', 'Limit'],
  starts: ['起算', 'Starts'],
  clause: ['依据', 'Clause'],
  defaults: ['规定未写明、由我们取定的默认值', 'Silent defaults'],
  assumption: ['默认值', 'Assumption'],
  reason: ['理由', 'Reason'],
  confirmed: ['确认', 'Confirmed'],
  unconfirmed: ['尚未确认', 'Not yet'],
  all: ['全部', 'All'],
  statutory: ['法定时限（第十二条（五））', 'Statutory limits (article 12(5))'],
})

type Pack = PackList['packs'][number]

const useCase = (): ((row: Pack['limits'][number]) => string) => {
  const label = useLabel()
  const text = useWords(said)
  return ({ kind, urgency }) => {
    const names = [kinds.find((one) => one === kind), urgencies.find((one) => one === urgency)]
    const [kindName, urgencyName] = [
      names[0] === undefined ? kind : label(kindLabels[names[0] as (typeof kinds)[number]]),
      names[1] === undefined ? urgency : label(urgencyLabels[names[1] as (typeof urgencies)[number]]),
    ]
    return [kindName, urgencyName].filter(Boolean).join(' · ') || text.all
  }
}

const Limits = ({ pack }: { readonly pack: Pack }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const caseOf = useCase()
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={label(pack.title)}>
      <table>
        <thead>
          <tr>
            {[text.clock, text.case, text.limit, text.starts, text.clause].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pack.limits.map((row) => (
            <tr key={[row.clock, row.kind, row.urgency, row.span].join(' ')}>
              <th scope="row">{label(row.name)}</th>
              <td>{caseOf(row)}</td>
              <td>
                <strong>{label(row.words)}</strong>
              </td>
              <td>{label(row.starts)}</td>
              <td>
                {row.article}
                {row.silentDefaults.length === 0 ? '' : ` ＊`}
                {row.inheritedFrom === null ? null : <div className="soft">{row.inheritedFrom}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Defaults = ({ pack }: { readonly pack: Pack }): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  if (pack.silentDefaults.length === 0) return null
  return (
    <details>
      <summary>
        ＊ {text.defaults}（{pack.silentDefaults.length}）
      </summary>
      <ul className="silent-defaults">
        {pack.silentDefaults.map((one) => (
          <li key={one.id}>
            <strong>{label(one.assumption)}</strong>
            <p>{label(one.reason)}</p>
            <p className="soft">
              {one.clause} ·{' '}
              {one.confirmedBy === null ? text.unconfirmed : `${text.confirmed}：${one.confirmedBy.by} ${one.confirmedBy.document}`}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

const PackSheet = ({ pack }: { readonly pack: Pack }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const period =
    fill(text.from, { day: pack.effectiveFrom }) + (pack.effectiveTo === null ? '' : ` ${fill(text.to, { day: pack.effectiveTo })}`)
  return (
    <section className="sheet" aria-label={label(pack.title)}>
      <h2>{label(pack.title)}</h2>
      <p className="soft">
        {[pack.citation, period, `${pack.id} ${pack.version}`, pack.inherits === null ? '' : fill(text.inherits, { pack: pack.inherits })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Limits pack={pack} />
      <Defaults pack={pack} />
    </section>
  )
}

export const Packs = (): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  return (
    <Answered asked={usePacks()}>
      {({ packs, adoptions, statutory }) => (
        <>
          <section className="sheet" aria-label={text.adoptions}>
            <h2>{text.adoptions}</h2>
            <ul>
              {adoptions.map((one) => (
                <li key={one.authority + one.pack}>
                  <strong>{label(one.name)}</strong>：{one.pack}，{fill(text.from, { day: one.from })}
                  {one.to === null ? '' : ` ${fill(text.to, { day: one.to })}`} <span className="soft">{one.document}</span>
                </li>
              ))}
            </ul>
          </section>
          {packs.map((pack) => (
            <PackSheet key={pack.id + pack.version} pack={pack} />
          ))}
          {statutory.length === 0 ? null : (
            <section className="sheet" aria-label={text.statutory}>
              <h2>{text.statutory}</h2>
              <ul>
                {statutory.map((one) => (
                  <li key={one.id}>
                    <strong>{one.citation}</strong>：{label(one.note)}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Answered>
  )
}
