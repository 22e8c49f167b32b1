import { expect, it } from 'vitest'
import { closureKinds } from '../../vocabulary/index.ts'
import type { EventType } from '../events/index.ts'
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

const everyEvent: Readonly<Record<EventType, true>> = {
  accepted: true,
  'accused-cleared': true,
  'answered-directly': true,
  'attempt-recorded': true,
  'clarification-attempted': true,
  'clearing-proposed': true,
  'clearing-refused': true,
  'clock-breached': true,
  'clock-warned': true,
  closed: true,
  'coordination-asked': true,
  'coordination-held': true,
  corrected: true,
  'correction-proposed': true,
  'correction-refused': true,
  declined: true,
  designated: true,
  dispatched: true,
  explained: true,
  'extension-asked': true,
  'extension-granted': true,
  'extension-refused': true,
  'facts-added': true,
  'first-response-given': true,
  'follow-up-asked': true,
  'follow-up-opened': true,
  'follow-up-reminded': true,
  'follow-up-unanswered': true,
  'follow-up-unsendable': true,
  'followed-up': true,
  'handed-over': true,
  'incident-answered': true,
  'joined-incident': true,
  'left-incident': true,
  marked: true,
  'marked-urgent': true,
  'opinion-explained': true,
  'opinion-given': true,
  'passed-on': true,
  'progress-reported': true,
  rated: true,
  'rating-disputed': true,
  'rating-screened': true,
  recorded: true,
  recused: true,
  'redo-ordered': true,
  reopened: true,
  'repeat-linked': true,
  'reply-approved': true,
  'reply-delivered': true,
  'reply-drafted': true,
  'reply-sent-back': true,
  'report-acknowledged': true,
  'reported-back': true,
  'reported-to-office': true,
  'requester-left': true,
  'return-accepted': true,
  'return-asked': true,
  'return-refused': true,
  signed: true,
  'termination-proposed': true,
  'termination-refused': true,
  'unit-called': true,
  'unit-withdrawn': true,
  'verification-answered': true,
  'verification-asked': true,
  'withdrawal-refused': true,
  'withdrawal-requested': true,
}

it('has every event and every way to end', () => {
  const stories = histories.map(told)
  const happened = new Set(stories.flatMap(({ history }) => history.map(({ event }) => event.type)))
  expect(Object.keys(everyEvent).filter((type) => !happened.has(type as EventType))).toEqual([])
  expect(closureKinds.filter((kind) => stories.every(({ order }) => order.closure?.kind !== kind))).toEqual([])
})
