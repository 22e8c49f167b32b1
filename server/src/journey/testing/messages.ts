import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kind } from '@open12345/domain/vocabulary'
import { ownMessages } from '../own-messages.ts'
import type { Chance } from './random.ts'

export type Message = {
  readonly kind: Kind
  readonly subject: string
  readonly county: string
  readonly unitId: string
  readonly text: string
}
export const longestText = 5000

const file = join(import.meta.dirname, '../../../../../shared/data/messages/messages.train.jsonl')

/** Whom the seven labels of the public collection concern here. */
const ofLabel: Readonly<Record<string, readonly (readonly [subject: string, unitId: string])[]>> = {
  劳动和社会保障: [
    ['wages', 'human-resources'],
    ['labour', 'human-resources'],
    ['social-insurance', 'human-resources'],
  ],
  环境保护: [
    ['noise', 'ecology'],
    ['air', 'ecology'],
    ['water-pollution', 'ecology'],
    ['waste', 'ecology'],
  ],
  教育文体: [['education', 'education']],
  卫生计生: [['health', 'xichang']],
  城乡建设: [
    ['housing', 'housing'],
    ['water-supply', 'water-supply'],
    ['property-management', 'housing'],
    ['power-supply', 'power-supply'],
  ],
  交通运输: [
    ['roads', 'transport'],
    ['public-transport', 'transport'],
  ],
  商贸旅游: [
    ['consumer', 'market'],
    ['food-safety', 'market'],
    ['gas-supply', 'market'],
    ['tourism', 'huili'],
  ],
}
const kinds: readonly Kind[] = ['help', 'complaint', 'complaint', 'consultation', 'help', 'suggestion', 'report', 'praise', 'other']
const counties = ['513401', '513402', '513422', '513423', '513424', '513431', '513433', '513437']

const collected = (chance: Chance): readonly Message[] => {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return chance.shuffled(lines).map((line) => {
    const { label, text } = JSON.parse(line) as { readonly label: string; readonly text: string }
    const [subject, unitId] = chance.pick(ofLabel[label] ?? [['other', 'xichang'] as const])
    return { kind: chance.pick(kinds), subject, unitId, county: chance.pick(counties), text: text.trim() }
  })
}

export type Messages = { readonly from: 'collection' | 'own'; readonly fitting: readonly Message[]; readonly tooLong: readonly string[] }

/** The public collection where it lies beside the repository, else our own. */
export const readMessages = (chance: Chance, most: number): Messages => {
  if (!existsSync(file)) {
    const own = ownMessages.map(([kind, subject, county, unitId, text]) => ({ kind, subject, county, unitId, text }))
    return { from: 'own', fitting: chance.shuffled(own).slice(0, most), tooLong: ['长'.repeat(longestText + 1)] }
  }
  const all = collected(chance)
  return {
    from: 'collection',
    fitting: all.filter(({ text }) => text.length <= longestText).slice(0, most),
    tooLong: all.filter(({ text }) => text.length > longestText).map(({ text }) => text),
  }
}
