import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readLines } from './data.ts'

/** A message as the folder has it. */
export type Told = {
  readonly msg_no: string
  readonly title: string
  readonly text: string
  readonly time?: string
  readonly topic?: string | number | null
  readonly official_topic?: string | number | null
  readonly dup_group?: string | number | null
}

const folder = 'hot-topics'
const filesIn = (dataFolder: string): readonly string[] => {
  try {
    return readdirSync(join(dataFolder, folder))
      .filter((file) => file.endsWith('.jsonl'))
      .toSorted()
  } catch {
    return []
  }
}

/** What every file of the folder has of each message, put together: labels may lie beside the messages. */
export const messagesIn = (dataFolder: string): readonly Told[] => {
  const byNumber = new Map<string, Told>()
  for (const file of filesIn(dataFolder))
    for (const told of readLines<Told>(dataFolder, join(folder, file)) ?? [])
      byNumber.set(String(told.msg_no), { ...byNumber.get(String(told.msg_no)), ...told })
  return [...byNumber.values()].filter(({ title, text }) => typeof title === 'string' && typeof text === 'string')
}

export const topicLabel = ({ topic, official_topic }: Told): string | undefined => {
  const label = official_topic ?? topic ?? null
  return label === null ? undefined : String(label)
}
