import type { TreeUnitView, UnitChangeBody } from '@open12345/contract/organisation'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { Answered, Nothing } from '../../parts/states.tsx'
import { ChangeForm } from './change-form.tsx'
import { ChangeRows } from './change-rows.tsx'
import { kindWords } from './unit-words.ts'
import { isOver, nameOf, useUnitChanges } from './use-units.ts'

const said = words({
  back: ['返回单位树', 'Back to the units'],
  code: ['代码', 'Code'],
  shortName: ['简称', 'Short name'],
  nameEn: ['英文名', 'English name'],
  parent: ['上级', 'Parent'],
  below: ['下属', 'Below it'],
  from: ['存续自', 'From'],
  to: ['终止于', 'Ended on'],
  mergedInto: ['并入', 'Merged into'],
  none: ['无', 'none'],
  desk: [
    '这个单位变更过，以工作台为准；再装载地区文件夹不改它。',
    'This unit was changed here; loading the folder again leaves it as it is.',
  ],
  over: ['已终止', 'Is no more'],
  renamed: ['更名', 'Rename'],
  moved: ['改隶', 'Move'],
  merged: ['并入其他单位', 'Merge'],
  dissolved: ['撤销', 'Dissolve'],
  steps: ['变更这个单位', 'Change this unit'],
  history: ['变更记录', 'History'],
  noHistory: ['没有变更过。', 'It was never changed.'],
})

const steps = ['renamed', 'moved', 'merged', 'dissolved'] as const
/** The server refuses all but a new name of these; the page does not offer it. */
const onlyRenamed: readonly string[] = ['centre', 'office']

type Props = { readonly unit: TreeUnitView; readonly units: readonly TreeUnitView[]; readonly today: string }

const Facts = ({ unit, units, today }: Props): ReactElement => {
  const text = useWords(said)
  const kinds = useWords(kindWords)
  const language = useLanguage()
  const below = units.filter((one) => one.parentId === unit.unitId && !isOver(one, today)).length
  const facts = [
    [text.code, unit.unitId],
    [text.shortName, unit.shortName],
    [text.nameEn, unit.nameEn],
    [text.parent, unit.parentId === null ? text.none : nameOf(units, unit.parentId)],
    [text.below, String(below)],
    [text.from, dateText(unit.from, language)],
    [text.to, unit.to === null ? null : dateText(unit.to, language)],
    [text.mergedInto, unit.mergedInto === null ? null : nameOf(units, unit.mergedInto)],
  ].filter(([, value]) => value !== null)
  return (
    <>
      <div className="page-head">
        <h2>{unit.name}</h2>
        <span className="tag">{kinds[unit.kind]}</span>
        {isOver(unit, today) ? <span className="tag tag-closed">{text.over}</span> : null}
      </div>
      <dl className="unit-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {unit.changedAtDesk ? <p className="soft">{text.desk}</p> : null}
    </>
  )
}

/** One unit: what it is, what was decided about it, and what may be decided. */
export const UnitSheet = ({ unit, units, today }: Props): ReactElement => {
  const text = useWords(said)
  const [kind, setKind] = useState<UnitChangeBody['kind'] | null>(null)
  const asked = useUnitChanges(unit.unitId)
  const offered = isOver(unit, today) ? [] : steps.filter((step) => step === 'renamed' || !onlyRenamed.includes(unit.kind))
  return (
    <>
      <section className="sheet" aria-label={unit.name}>
        <Link to="." search={(before) => ({ ...before, unit: undefined })} className="units-back">
          {text.back}
        </Link>
        <Facts unit={unit} units={units} today={today} />
        {offered.length === 0 ? null : (
          <div className="unit-steps" role="group" aria-label={text.steps}>
            {offered.map((step) => (
              <Button key={step} aria-pressed={kind === step} onClick={() => setKind(kind === step ? null : step)}>
                {text[step]}
              </Button>
            ))}
          </div>
        )}
      </section>
      {kind === null ? null : <ChangeForm key={kind} kind={kind} unit={unit} units={units} today={today} onDone={() => setKind(null)} />}
      <section className="sheet" aria-label={text.history}>
        <h2>{text.history}</h2>
        <Answered asked={asked} rows={2}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing>{text.noHistory}</Nothing>
            ) : (
              <ChangeRows changes={items} units={units} withUnit={items.some((one) => one.unitId !== unit.unitId)} />
            )
          }
        </Answered>
      </section>
    </>
  )
}
