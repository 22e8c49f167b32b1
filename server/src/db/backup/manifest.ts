import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '../../cannot-start.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup holds and how to tell that it is whole. */
export const manifest = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), checksum: digest })),
  partitions: z.array(z.tuple([z.string(), z.iso.date()])),
  tables: z.array(z.object({ name: z.string(), file: z.string(), columns: z.array(z.string()), rows: z.int(), sha256: digest })),
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: digest })),
})
export type Manifest = z.infer<typeof manifest>

export const readManifest = (folder: string): Manifest => {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  } catch {
    throw new CannotStart(
      `${folder} 不是一份完整的备份：清单缺失或有误。`,
      `${folder} is no whole backup: its manifest is missing or damaged.`,
    )
  }
}
