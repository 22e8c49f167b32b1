import { z } from 'zod'

/** The nil UUID names nobody and nothing. */
export const uuid = z.uuid().refine((id) => !/^[0-]+$/.test(id), { message: '编号不对' })
export const authorityId = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/)
/** An instant in RFC 3339 with an offset. */
export const instant = z.iso.datetime({ offset: true })
/** A civil date in Asia/Shanghai. */
export const civilDate = z.iso.date()

/** Keyset pages: `after` is the opaque cursor of the page before; there is no page number and no total. */
export const pageQuery = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
