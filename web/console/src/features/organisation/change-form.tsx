import type { TreeUnitView, UnitChangeBody } from '@open12345/contract/organisation'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { ChangeFields } from './change-fields.tsx'
import { ChangePreview } from './change-preview.tsx'
import { useRefreshUnits } from './use-units.ts'

const said = words({
  founded: ['成立单位', 'Found a unit'],
  renamed: ['更名：{unit}', 'Rename {unit}'],
  moved: ['改隶：{unit}', 'Move {unit}'],
  merged: ['并入：{unit}', 'Merge {unit}'],
  dissolved: ['撤销：{unit}', 'Dissolve {unit}'],
  preview: ['看看将会怎样', 'See what will happen'],
  confirm: ['确认决定', 'Decide it'],
  cancel: ['取消', 'Cancel'],
  inEffect: ['已生效', 'It is in effect'],
  ahead: ['已决定，到日子自动生效', 'It is decided, and takes effect on its day'],
})

type Typed = {
  readonly unitId?: string
  readonly name?: string
  readonly shortName?: string
  readonly nameEn?: string
  readonly unitKind?: Extract<UnitChangeBody, { kind: 'founded' }>['unitKind']
  readonly placeCode?: string
  readonly parentId?: string
  readonly successorId?: string
  readonly on: string
  readonly document: string
  readonly words?: string
}
type Kind = UnitChangeBody['kind']

const given = (typed: string | undefined): string | null => {
  const text = typed?.trim() ?? ''
  return text === '' ? null : text
}

const askedOf = (kind: Kind, unit: string | undefined, typed: Typed): UnitChangeBody => {
  const basis = { on: typed.on, document: typed.document.trim(), words: given(typed.words) }
  const names = { name: typed.name?.trim() ?? '', shortName: given(typed.shortName), nameEn: given(typed.nameEn) }
  const unitId = unit ?? typed.unitId ?? ''
  const parentId = given(typed.parentId)
  switch (kind) {
    case 'founded':
      return { kind, unitId, ...names, unitKind: typed.unitKind ?? 'department', parentId, placeCode: given(typed.placeCode), ...basis }
    case 'renamed':
      return { kind, unitId, ...names, ...basis }
    case 'moved':
      return { kind, unitId, parentId, ...basis }
    case 'merged':
      return { kind, unitId, successorId: typed.successorId ?? '', ...basis }
    case 'dissolved':
      return { kind, unitId, ...basis }
  }
}

type Props = {
  readonly kind: Kind
  /** Undefined where it is founded. */
  readonly unit?: TreeUnitView | undefined
  readonly units: readonly TreeUnitView[]
  readonly today: string
  readonly onDone: () => void
}

const initial = (kind: Kind, unit: TreeUnitView | undefined, today: string) => ({
  on: today,
  ...(kind === 'renamed' ? { name: unit?.name, shortName: unit?.shortName ?? '', nameEn: unit?.nameEn ?? '' } : {}),
})

/** Previewed first, then confirmed: what was typed in between is previewed again. */
export const ChangeForm = ({ kind, unit, units, today, onDone }: Props): ReactElement => {
  const text = useWords(said)
  const { message } = App.useApp()
  const refresh = useRefreshUnits()
  const preview = useMutation({
    mutationFn: async (asked: UnitChangeBody) => ({ asked, concern: await api.previewUnitChange({ body: asked }) }),
  })
  const decide = useCommand(
    (body: UnitChangeBody, { idempotencyKey }) => api.decideUnitChange({ body, idempotencyKey }),
    async ({ state }) => {
      void message.success(state === 'in-effect' ? text.inEffect : text.ahead)
      await refresh()
      onDone()
    },
  )
  const shown = preview.data
  const title = fill(text[kind], { unit: unit?.name ?? '' })
  return (
    <section className="sheet" aria-label={title}>
      <h2>{title}</h2>
      <Form
        layout="vertical"
        name={`unit-${kind}`}
        initialValues={initial(kind, unit, today)}
        onValuesChange={() => {
          preview.reset()
          decide.reset()
        }}
        onFinish={(typed: Typed) => preview.mutate(askedOf(kind, unit?.unitId, typed))}
        scrollToFirstError={{ focus: true }}
      >
        <ChangeFields kind={kind} units={units} unitId={unit?.unitId} today={today} />
        <ProblemNote error={preview.error ?? decide.error} />
        {shown === undefined ? null : <ChangePreview asked={shown.asked} concern={shown.concern} units={units} />}
        <div className="unit-steps">
          {shown === undefined ? (
            <Button type="primary" htmlType="submit" loading={preview.isPending}>
              {text.preview}
            </Button>
          ) : (
            <Button
              type="primary"
              danger={kind === 'dissolved' || kind === 'merged'}
              loading={decide.isPending}
              onClick={() => decide.mutate(shown.asked)}
            >
              {text.confirm}
            </Button>
          )}
          <Button onClick={onDone}>{text.cancel}</Button>
        </div>
      </Form>
    </section>
  )
}
