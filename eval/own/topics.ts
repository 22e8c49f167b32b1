import { devSingles, devTopics } from './topics-dev.ts'
import { testSingles, testTopics } from './topics-test.ts'

/** What several people say of one thing, each in their own words: `title｜text`. Written for this measurement; nobody ever said it. */
export type OwnTopic = { readonly topic: string; readonly said: readonly string[] }
export type OwnMessage = { readonly topic: string; readonly title: string; readonly text: string }

const messageOf = (topic: string, said: string): OwnMessage => {
  const [title = '', text = ''] = said.split('｜')
  return { topic, title, text }
}

/** A single one is a topic of its own. */
const messagesOf = (topics: readonly OwnTopic[], singles: readonly string[]): readonly OwnMessage[] => [
  ...topics.flatMap(({ topic, said }) => said.map((words) => messageOf(topic, words))),
  ...singles.map((words, at) => messageOf(`single-${at}`, words)),
]

export const ownTopics = { dev: messagesOf(devTopics, devSingles), test: messagesOf(testTopics, testSingles) } as const
