import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nobodyKnown, spansIn } from '@open12345/domain/identity'
import { expect, it } from 'vitest'

const file = join(import.meta.dirname, '../../../../shared/data/messages/messages.train.jsonl')

/** The public collection, whose own numbers were written over with noughts: what is found in it is an office's, or a false alarm. */
it.skipIf(!existsSync(file))('第二十条（一） [20a] 公开来信六千余件：找出几处、什么样的，不误伤门牌、文号、日期、金额', () => {
  const messages = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text)
  const counts = new Map<string, number>()
  for (const text of messages) for (const { kind } of spansIn(text, nobodyKnown)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  process.stdout.write(`公开来信 ${messages.length} 件，找到 ${JSON.stringify(Object.fromEntries(counts))}\n`)
  expect(messages.length).toBeGreaterThan(1000)
  expect(counts.get('id-number') ?? 0).toBe(0)
  expect(counts.get('bank-card') ?? 0).toBe(0)
  // A place is masked only where nobody may know who asks; the others are masked in every order.
  const places = (counts.get('address') ?? 0) + (counts.get('own-address') ?? 0)
  expect([...counts.values()].reduce((sum, one) => sum + one, 0) - places).toBeLessThan(messages.length / 100)
  expect(places).toBeLessThan(messages.length / 20)
})
