import { Client } from 'pg'

// A list of ids makes a statement of its own for each length: what is over this number is planned anew each time.
const most = 800
const names = new Map<string, string>()

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= most) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

type Wire = { readonly stream: { readonly cork: () => void; readonly uncork: () => void } }

/**
 * Every statement with parameters is prepared under a name: PostgreSQL reads it and plans it with its row-level policies once a connection,
 * not once a call, which is most of what a short statement costs.
 * Trap: a pooler between the two must know of prepared statements (PgBouncer 1.21 or later, `max_prepared_statements`).
 */
export class PreparedClient extends Client {
  // pg declares a dozen overloads; the ones in use are a text with values (Kysely) and everything else as it is.
  override query = ((config: unknown, values?: unknown, callback?: unknown) => {
    const ask = super.query.bind(this) as (...given: readonly unknown[]) => unknown
    this.#holdBack()
    if (typeof config !== 'string' || !Array.isArray(values) || values.length === 0) return ask(config, values, callback)
    return ask({ name: nameOf(config), text: config, values }, undefined, callback)
  }) as Client['query']

  #holds = false

  /** What is asked before the running turn ends leaves in one parcel: each costs a call of the operating system, whatever it holds. */
  #holdBack(): void {
    if (this.#holds) return
    // pg's types do not tell of its connection, which has been there since its first version.
    const { stream } = (this as unknown as { readonly connection: Wire }).connection
    this.#holds = true
    stream.cork()
    process.nextTick(() => {
      this.#holds = false
      stream.uncork()
    })
  }
}
