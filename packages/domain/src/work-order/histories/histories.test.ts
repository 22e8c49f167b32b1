import { expect, it } from 'vitest'
import { closureKinds } from '../../vocabulary/index.ts'
import { eventTypes } from '../evolve/index.ts'
import type { Story } from '../testing/scenario.ts'
import type { History } from './testing/history.ts'
import { histories } from './testing/index.ts'
import { openClocks, replayed } from './testing/replay.ts'

const told = ({ steps }: History): Story => {
  let story: Story | null = null
  for (const step of steps) {
    const { expected, actual, ...now } = replayed(story, step)
    expect(actual, `${step.at} ${step.who} ${step.does === undefined ? '' : JSON.stringify(step.does)}`).toEqual(expected)
    story = now.story
  }
  if (story === null) throw new Error('a case without steps')
  return story
}

const titled = ({ name, clauses }: History): string => name.replace(' ', ` ${clauses.map((clause) => `[${clause}]`).join(' ')} `)

it.each(histories.map((history) => [titled(history), history] as const))('%s', (_title, history) => {
  const { order } = told(history)
  expect(order.status === 'closed' ? openClocks(order) : [], 'what still runs after closing').toEqual([])
})

it('has every event and every way to end', () => {
  const stories = histories.map(told)
  const happened = new Set(stories.flatMap(({ history }) => history.map(({ event }) => event.type)))
  expect(eventTypes.filter((type) => !happened.has(type))).toEqual([])
  expect(closureKinds.filter((kind) => stories.every(({ order }) => order.closure?.kind !== kind))).toEqual([])
})
