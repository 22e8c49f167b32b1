import { fileRoutes, maxFileBytes } from '@open12345/contract/file'
import type { FileView } from '@open12345/contract/work-order'
import { may } from '@open12345/domain/authority'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import { asActor, decideAs } from '../../db/transaction.ts'
import type { Signed } from '../../http/access.ts'
import type { Asking, Upload } from '../../http/call.ts'
import { mount, mountPage, type Endpoint, type PageCall } from '../../http/mount.ts'
import { writeAudit } from '../audit/index.ts'
import { bindFiles } from './bind.ts'
import { fileKeyOf, orderKeyOf } from './file-key.ts'
import { inspect } from './inspect.ts'
import { keepFile } from './keep.ts'
import { readContent } from './read.ts'
import { shownName } from './shown-name.ts'
import { browserOf, type Uploader } from './uploader.ts'
import { findFile, nameOf, viewOf } from './view.ts'

const uploads = { maxFiles: 1, maxBytes: maxFileBytes }

const onlyFile = ({ files }: Pick<Asking, 'files'>): Decision<Upload> => {
  const [file] = files
  return file === undefined ? refuse({ code: 'file.missing' }) : accept(file)
}

const inspected = async (call: Pick<Asking, 'files'>) => {
  const upload = onlyFile(call)
  return upload.ok ? inspect(upload.value) : upload
}

/** Reading an order does not make somebody its clerk: a file is added by who records matters, adds facts or handles. */
const mayAttach = ({ roles, outsourced }: Signed): boolean =>
  ['order.record', 'order.add-facts', 'order.draft'].some((action) => may({ roles, outsourced }, action))

const uploadOrderFile = async (call: Asking, orderId: string, app: App): Promise<Decision<FileView>> => {
  const { session, actor } = call
  if (session === undefined || !mayAttach(session)) return refuse({ code: 'access.not-entitled' })
  // Asked before the work on the picture, and again under the order's key.
  const sees = await asActor(app.database, actor, (tx) => orderKeyOf(tx, app, orderId))
  if (sees === undefined) return refuse({ code: 'file.not-found' })
  const file = await inspected(call)
  if (!file.ok) return file
  const uploader: Uploader = { kind: 'account', accountId: session.accountId }
  return decideAs(app.database, actor, async (tx) => {
    const { fileId } = await keepFile(tx, app, file.value, uploader)
    const bound = await bindFiles(tx, app, orderId, [fileId], uploader)
    if (!bound.ok) return bound
    await writeAudit(tx, app, { action: 'file.upload', orderId, subjectIds: [fileId] })
    const [view] = bound.value
    return view === undefined ? refuse({ code: 'file.not-found' }) : accept(view)
  })
}

/** Inspects an upload and keeps it for the browser that sent it. */
export const keepUpload = async (app: App, upload: Upload, uploader: Uploader): Promise<Decision<FileView>> => {
  const file = await inspect(upload)
  if (!file.ok) return file
  return accept(await asActor(app.database, nobody(app.config.authorityId), (tx) => keepFile(tx, app, file.value, uploader)))
}

const uploadRequestFile = async (call: Asking, app: App): Promise<Decision<FileView>> => {
  const upload = onlyFile(call)
  return upload.ok ? keepUpload(app, upload.value, browserOf(call, app)) : upload
}

const describe = (call: Asking, fileId: string, app: App): Promise<Decision<FileView>> =>
  asActor(app.database, call.actor, async (tx) => {
    const file = await findFile(tx, fileId)
    if (file === undefined) return refuse({ code: 'file.not-found' })
    const orderKey = file.order_id === null ? undefined : await orderKeyOf(tx, app, file.order_id)
    if (file.order_id !== null && orderKey === undefined) return refuse({ code: 'file.not-found' })
    const name = nameOf(app, file, fileKeyOf(app, file, orderKey))
    return accept(viewOf(file, await shownName(tx, file.order_id, orderKey, name)))
  })

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const download = async (call: PageCall, app: App) => {
  const { fileId = '' } = call.params
  if (!uuidPattern.test(fileId)) return refuse({ code: 'file.not-found' })
  const content = await decideAs(app.database, call.actor, (tx) => readContent(tx, app, fileId))
  return content.ok ? accept({ kind: 'file' as const, ...content.value }) : content
}

export const fileEndpoints: readonly Endpoint[] = [
  mount(fileRoutes.uploadOrderFile, (call, app) => uploadOrderFile(call, call.query.orderId, app), { uploads }),
  mount(fileRoutes.uploadRequestFile, uploadRequestFile, { uploads }),
  mount(fileRoutes.readFile, (call, app) => describe(call, call.params.fileId, app)),
  mountPage({
    method: 'GET',
    path: '/api/v1/files/:fileId/content',
    access: { kind: 'staff', action: 'order.read' },
    handler: download,
  }),
]
