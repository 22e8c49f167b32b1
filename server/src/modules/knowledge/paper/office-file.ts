import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { PageAnswer } from '../../../http/mount.ts'
import type { PaperKind } from './archive.ts'

const mediaTypes: Readonly<Record<PaperKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** A paper that the worker wrote, as a download. */
export const officeFile = (bytes: Uint8Array | undefined, name: string, kind: PaperKind): Decision<PageAnswer> =>
  bytes === undefined
    ? refuse({ code: 'knowledge.paper-failed' })
    : accept({ kind: 'file', name: `${name}.${kind}`, mediaType: mediaTypes[kind], bytes: Buffer.from(bytes) })
