import type { TreeUnitView } from '@open12345/contract/organisation'
import { Link } from '@tanstack/react-router'
import { Checkbox, Input } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { Nothing } from '../../parts/states.tsx'
import { kindWords } from './unit-words.ts'
import { isOver } from './use-units.ts'

const said = words({
  title: ['单位树', 'The units'],
  search: ['按名称、简称或代码查找', 'Find by name or code'],
  over: ['显示已终止的单位', 'Show units that are no more'],
  none: ['没有这样的单位。', 'No such unit.'],
  more: ['还有 {count} 个，请输入得更完整。', '{count} more; type more of the name.'],
  open: ['展开{unit}的下属', 'Show what is below {unit}'],
  below: ['下属 {count}', '{count} below'],
  ended: ['{on} 终止', 'ended {on}'],
  all: ['全部展开', 'Show all'],
  nothing: ['全部收起', 'Hide all'],
})

const kindOrder = ['centre', 'office', 'department', 'county', 'enterprise', 'sub-centre', 'township', 'section'] as const
const mostFound = 60

type Shown = {
  readonly today: string
  readonly current: string | undefined
  readonly below: ReadonlyMap<string | null, readonly TreeUnitView[]>
  readonly open: ReadonlySet<string>
  readonly toggle: (unitId: string) => void
}

const UnitLink = ({ unit, current, today }: { readonly unit: TreeUnitView } & Pick<Shown, 'current' | 'today'>): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const over = isOver(unit, today)
  return (
    <Link
      to="."
      search={(before) => ({ ...before, unit: unit.unitId })}
      className={over ? 'unit-link unit-over' : 'unit-link'}
      aria-current={unit.unitId === current ? 'true' : undefined}
    >
      <span>{unit.name}</span>
      {over && unit.to !== null ? <span className="tag tag-closed">{fill(text.ended, { on: dateText(unit.to, language) })}</span> : null}
    </Link>
  )
}

const Branch = ({ unit, shown }: { readonly unit: TreeUnitView; readonly shown: Shown }): ReactElement => {
  const text = useWords(said)
  const children = shown.below.get(unit.unitId) ?? []
  const isOpen = shown.open.has(unit.unitId)
  return (
    <li>
      <div className="unit-row">
        {children.length === 0 ? (
          <span className="unit-twig" aria-hidden />
        ) : (
          <button
            type="button"
            className="unit-twig"
            aria-expanded={isOpen}
            aria-label={fill(text.open, { unit: unit.name })}
            onClick={() => shown.toggle(unit.unitId)}
          >
            {isOpen ? '▾' : '▸'}
          </button>
        )}
        <UnitLink unit={unit} current={shown.current} today={shown.today} />
        {children.length === 0 || isOpen ? null : <span className="soft">{fill(text.below, { count: children.length })}</span>}
      </div>
      {isOpen ? (
        <ul>
          {children.map((child) => (
            <Branch key={child.unitId} unit={child} shown={shown} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

const matches = (unit: TreeUnitView, typed: string): boolean =>
  [unit.name, unit.shortName, unit.nameEn, unit.unitId].some((one) => one?.toLowerCase().includes(typed) === true)

const Found = ({ units, shown }: { readonly units: readonly TreeUnitView[]; readonly shown: Shown }): ReactElement => {
  const text = useWords(said)
  if (units.length === 0) return <Nothing>{text.none}</Nothing>
  return (
    <>
      <ul className="unit-found">
        {units.slice(0, mostFound).map((unit) => (
          <li key={unit.unitId}>
            <UnitLink unit={unit} current={shown.current} today={shown.today} />
          </li>
        ))}
      </ul>
      {units.length > mostFound ? <p className="soft">{fill(text.more, { count: units.length - mostFound })}</p> : null}
    </>
  )
}

const Roots = ({ shown }: { readonly shown: Shown }): ReactElement => {
  const kinds = useWords(kindWords)
  const roots = shown.below.get(null) ?? []
  return (
    <>
      {kindOrder
        .map((kind) => ({ kind, units: roots.filter((unit) => unit.kind === kind) }))
        .filter(({ units }) => units.length > 0)
        .map(({ kind, units }) => (
          <section key={kind} aria-label={kinds[kind]}>
            <h3>
              {kinds[kind]} <span className="soft">{units.length}</span>
            </h3>
            <ul>
              {units.map((unit) => (
                <Branch key={unit.unitId} unit={unit} shown={shown} />
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}

/** The unit that is open is seen, however deep it stands. */
const pathTo = (units: readonly TreeUnitView[], unitId: string | undefined): readonly string[] => {
  const parents = new Map(units.map((unit) => [unit.unitId, unit.parentId]))
  const path: string[] = []
  let up = unitId === undefined ? null : (parents.get(unitId) ?? null)
  while (up !== null && !path.includes(up)) {
    path.push(up)
    up = parents.get(up) ?? null
  }
  return path
}

type Props = { readonly units: readonly TreeUnitView[]; readonly today: string; readonly current: string | undefined }

/** Collapsed until it is opened: a prefecture has some hundreds of townships. */
export const UnitTree = ({ units, today, current }: Props): ReactElement => {
  const text = useWords(said)
  const [typed, setTyped] = useState('')
  const [withOver, setWithOver] = useState(false)
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(pathTo(units, current)))
  const wanted = useDeferredValue(typed.trim().toLowerCase())
  const offered = useMemo(() => units.filter((unit) => withOver || !isOver(unit, today)), [units, withOver, today])
  const below = useMemo(() => {
    const known = new Set(offered.map(({ unitId }) => unitId))
    const groups = new Map<string | null, TreeUnitView[]>()
    for (const unit of offered) {
      const above = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
      groups.set(above, [...(groups.get(above) ?? []), unit])
    }
    return groups
  }, [offered])
  const toggle = (unitId: string): void =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(unitId)) next.add(unitId)
      return next
    })
  const shown: Shown = { today, current, below, open, toggle }
  return (
    <section className="sheet unit-tree" aria-label={text.title}>
      <div className="unit-find">
        <Input.Search
          allowClear
          aria-label={text.search}
          placeholder={text.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="unit-tools">
          <Checkbox checked={withOver} onChange={(event) => setWithOver(event.target.checked)}>
            {text.over}
          </Checkbox>
          <button
            type="button"
            className="link"
            onClick={() => setOpen(open.size > 0 ? new Set() : new Set(offered.map(({ unitId }) => unitId)))}
          >
            {open.size > 0 ? text.nothing : text.all}
          </button>
        </div>
      </div>
      {wanted === '' ? <Roots shown={shown} /> : <Found units={offered.filter((unit) => matches(unit, wanted))} shown={shown} />}
    </section>
  )
}
