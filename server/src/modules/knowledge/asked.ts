import { sure } from '@open12345/domain/answer'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { nobody, systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import type { Asking } from '../../http/call.ts'
import { withoutPersons } from './asked-words.ts'
import { civilDate } from './rules.ts'

type Asked = {
  readonly text: string
  /** How sure search is of the best that it found; nothing where it found nothing. */
  readonly confidence: number
}
/** Keeps what was asked to its end and not found: the words without any person, and that somebody asked. @clause 17b */
export const noteAsked = async (
  app: App,
  { text, confidence }: Asked,
  { actor, ip, at }: Pick<Asking, 'actor' | 'ip' | 'at'>,
): Promise<void> => {
  const question = withoutPersons(text)
  if (question === undefined || confidence >= sure) return
  const day = civilDate(at)
  const asker = app.keyring.keyedHash('address', `knowledge/${day}/${question}/${actor.accountId ?? ip}`)
  await asActor(app.database, nobody(app.config.authorityId), (tx) =>
    sql`select app.note_unanswered(${question}, ${day}::date, ${asker})`.execute(tx),
  )
}

/** Who asked is forgotten the next day; what was asked, after ninety. */
export const forgetAsked = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    await sql`select app.forget_asked(${civilDate(app.clock.now())}::date)`.execute(tx)
  })
