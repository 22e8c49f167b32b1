import { isOpen, type Clock } from '../../clock.ts'
import type { Command } from '../../decide/index.ts'
import { nextAttentionAt } from '../../decide/tick.ts'
import { messagesOf, type Message } from '../../reactions.ts'
import { evolve } from '../../evolve/index.ts'
import { stageOf, unitTasksOf, waitingsOf } from '../../stage.ts'
import type { WorkOrder } from '../../state.ts'
import { after, begin, refusalOf, type Story } from '../../testing/scenario.ts'
import type { Facts, Step } from './history.ts'

const civil = (at: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })
const instant = (at: string): string => Temporal.Instant.from(`${at}+08:00`).toString({ smallestUnit: 'millisecond' })

/** As the program does: it looks at the clocks whenever one of them wants it, up to and including this moment. */
const lookedAtUntil = (story: Story, at: string): Story => {
  let now = story
  for (let next = nextAttentionAt(now.order); next !== null && next <= instant(at);) {
    now = after(now, next, 'system', { name: 'tick' })
    const following = nextAttentionAt(now.order)
    if (following === next) throw new Error(`looked at ${next} for ever`)
    next = following
  }
  return now
}

/** `@housing` is the last part that this unit got. */
const named = (command: Command, { assignments }: WorkOrder): Command =>
  'assignmentId' in command && typeof command.assignmentId === 'string' && command.assignmentId.startsWith('@')
    ? ({ ...command, assignmentId: assignments.findLast(({ unitId }) => `@${unitId}` === command.assignmentId)?.id } as Command)
    : command

const unitOfClock = ({ assignments, verification }: WorkOrder, { assignmentId }: Clock): string | undefined =>
  verification !== undefined && verification.id === assignmentId
    ? verification.unitId
    : assignments.find(({ id }) => id === assignmentId)?.unitId

/** 12-4: two of the three acts have no kind of their own. The requester's clock keeps its name in later rounds. */
const acts: readonly string[] = ['report', 'call']
const clockCalled = (order: WorkOrder, name: string): Clock | undefined => {
  const [rest = '', round] = name.split('#')
  const [kind, unit] = rest.split('@')
  return order.clocks.findLast(
    (clock) =>
      (clock.kind === kind || clock.whose === kind || (acts.includes(kind ?? '') && clock.id.startsWith(`${kind}-`))) &&
      (unit === undefined || unitOfClock(order, clock) === unit) &&
      (round === undefined || String(clock.round) === round),
  )
}
const standing = (clock: Clock | undefined): string => (clock === undefined ? 'none' : `${civil(clock.dueAt)} ${clock.outcome}`)

const addressed = (message: Message): string =>
  message.to === 'requester'
    ? `requester: ${message.template}`
    : `${message.unitId}${message.to === 'unit-deputy' ? ' deputy' : ''}: ${message.template}`

/** What was sent since this version of the order. */
const toldSince = ({ history }: Story, version: number): readonly string[] => {
  let order: WorkOrder | null = null
  const told: string[] = []
  for (const happened of history) {
    order = evolve(order, happened)
    if (happened.version > version) told.push(...messagesOf(happened.event, order).map(addressed))
  }
  return told
}

/** The facts that a step speaks of, as they are. */
const asItIs = (story: Story, since: number, said: Facts): Facts => {
  const { order } = story
  const told = toldSince(story, since)
  const tasks = unitTasksOf(order)
  const each = <Value>(names: readonly string[], of: (name: string) => Value) => Object.fromEntries(names.map((name) => [name, of(name)]))
  const found: { readonly [Name in keyof Facts]-?: () => Facts[Name] | string } = {
    stage: () => stageOf(order),
    closure: () => order.closure?.kind ?? 'open',
    noAnswer: () => order.closure?.noAnswer ?? false,
    waits: () => waitingsOf(order),
    units: () =>
      each(Object.keys(said.units ?? {}), (unit) => tasks.find(({ unitId }) => unitId === unit)?.stage ?? 'none') as Facts['units'],
    clocks: () => each(Object.keys(said.clocks ?? {}), (name) => standing(clockCalled(order, name))),
    provisional: () => said.provisional?.filter((name) => clockCalled(order, name)?.provisional === true),
    events: () => story.types as Facts['events'],
    told: () => said.told?.filter((one) => told.includes(one)),
    untold: () => said.untold?.filter((who) => !told.some((one) => one.startsWith(`${who}:`))),
  }
  return Object.fromEntries((Object.keys(said) as (keyof Facts)[]).map((name) => [name, found[name]()])) as Facts
}

/** How one step of a case came out: both are equal where the program does what the text demands. */
export type Outcome = { readonly story: Story; readonly expected: unknown; readonly actual: unknown }

const taken = (story: Story | null, step: Step): Story => {
  if (step.begins !== undefined) return begin(step.at, step.who, step.begins)
  if (story === null) throw new Error('a case begins with its recording')
  return step.does === undefined ? story : after(story, step.at, step.who, named(step.does, story.order))
}

export const replayed = (before: Story | null, step: Step): Outcome => {
  const story = before === null ? null : lookedAtUntil(before, step.at)
  if (step.refused !== undefined && story !== null && step.does !== undefined) {
    const actual = refusalOf(story, step.at, step.who, named(step.does, story.order))?.code ?? 'allowed'
    return { story, expected: step.refused, actual }
  }
  const now = taken(story, step)
  const said = step.facts ?? {}
  return { story: now, expected: said, actual: asItIs(now, before?.order.version ?? 0, said) }
}

export const openClocks = ({ clocks }: WorkOrder): readonly string[] => clocks.filter(isOpen).map(({ id }) => id)
