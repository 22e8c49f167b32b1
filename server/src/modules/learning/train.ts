import { bytesFrom, figuresOf, learn, type Figures, type Model } from '@open12345/language/learning'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { writeAudit } from '../audit/index.ts'
import type { History, Past } from './history.ts'
import { rulesOf } from './rules.ts'
import { spokenBy, wordsFor } from './spoken.ts'
import { digestOf, keepModel, modelRows, retire } from './store.ts'
import { told, type Told } from './tables.ts'

/** What became of one model. `too-few`: nothing was learned. */
export type Outcome = { readonly tells: Told } & (
  | { readonly became: 'in-use' | 'no-better-than-rules'; readonly figures: Figures; readonly rules: Figures; readonly heldOut: number }
  | { readonly became: 'too-few' }
)
export type Trained = { readonly version: number; readonly outcomes: readonly Outcome[] }

const fewestHeldOut = 20
const fewestOfLabel = 3
/** One in five is held back: the newest, so that what comes next is what it is tried on. */
const heldOutShare = 0.2

const labelOf = (tells: Told, { kind, subject, unitId }: Past): string | null => ({ kind, subject, unit: unitId })[tells]

type Labelled = { readonly past: Past; readonly label: string }

const labelled = (tells: Told, past: readonly Past[]): readonly Labelled[] =>
  past.flatMap((one) => {
    const label = labelOf(tells, one)
    return label === null ? [] : [{ past: one, label }]
  })

type Tried = {
  readonly model: Model
  readonly examples: number
  readonly heldOut: number
  readonly figures: Figures
  readonly rules: Figures
}

const tried = async (app: App, tells: Told, all: readonly Labelled[]): Promise<Tried | undefined> => {
  const heldOut = all.slice(Math.ceil(all.length * (1 - heldOutShare)))
  const seen = all.slice(0, all.length - heldOut.length)
  const known = Map.groupBy(seen, ({ label }) => label)
  const lessons = seen.filter(({ label }) => (known.get(label)?.length ?? 0) >= fewestOfLabel)
  if (heldOut.length < fewestHeldOut || new Set(lessons.map(({ label }) => label)).size < 2) return undefined
  const model = learn(
    // What was said before in the same words stays together.
    lessons.map(({ past, label }) => ({ text: wordsFor(tells, past.text, past.where), label, group: past.text, worth: past.worth })),
  )
  const truth = heldOut.map(({ label }) => label)
  const rules = rulesOf(app)[tells]
  const byRules = []
  for (const { past } of heldOut) byRules.push(await rules(past))
  const byModel = heldOut.map(({ past }) => spokenBy(tells, model, past.text, past.where)[0]?.value)
  return { model, examples: lessons.length, heldOut: heldOut.length, figures: figuresOf(truth, byModel), rules: figuresOf(truth, byRules) }
}

/** As it is kept: four bytes hold the figures, and the comparison is made on what is kept. */
const isBetter = ({ figures, rules }: Tried): boolean => Math.fround(figures.macroF1) > Math.fround(rules.macroF1)

const outcomeOf = (tells: Told, one: Tried | undefined): Outcome =>
  one === undefined
    ? { tells, became: 'too-few' }
    : { tells, became: isBetter(one) ? 'in-use' : 'no-better-than-rules', figures: one.figures, rules: one.rules, heldOut: one.heldOut }

/**
 * Learns from a history what can be learned, tries it on what was held back, and takes into use what tells more than the rules do. One transaction:
 * killed at any time, what was in use before is in use.
 */
export const train = async (app: App, { source, firstOn, lastOn, past }: History): Promise<Trained> => {
  const { authorityId } = app.config
  const all: { readonly tells: Told; readonly one: Tried | undefined }[] = []
  for (const tells of told) all.push({ tells, one: await tried(app, tells, labelled(tells, past)) })
  const outcomes = all.map(({ tells, one }) => outcomeOf(tells, one))
  const version = await asActor(app.database, systemActor(authorityId), async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`open12345.learning.${authorityId}`}, 0))`.execute(tx)
    const next = Math.max(0, ...(await modelRows(tx, authorityId)).map((row) => row.version)) + 1
    for (const { tells, one } of all) {
      if (one === undefined) continue
      if (isBetter(one)) await retire(tx, authorityId, [tells])
      const bytes = Buffer.from(bytesFrom(one.model))
      await keepModel(tx, {
        authority_id: authorityId,
        tells,
        version: next,
        trained_at: app.clock.now(),
        source,
        first_on: firstOn,
        last_on: lastOn,
        examples: one.examples,
        held_out: one.heldOut,
        figure: one.figures.macroF1,
        accuracy: one.figures.accuracy,
        rules_figure: one.rules.macroF1,
        rules_accuracy: one.rules.accuracy,
        digest: digestOf(bytes),
        bytes,
        state: isBetter(one) ? 'in-use' : 'candidate',
      })
    }
    const facts = [`version-${next}`, source, ...outcomes.map(({ tells, became }) => `${tells}-${became}`)]
    await writeAudit(tx, app, { action: 'learning.train', facts })
    return next
  })
  return { version, outcomes }
}
