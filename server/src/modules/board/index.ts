import { boardRoutes } from '@open12345/contract/board'
import { accept } from '@open12345/domain/kernel'
import { mount, type Mounted } from '../../http/mount.ts'
import { readBoard } from './read-board.ts'

export const boardModule: Mounted = {
  name: 'board',
  endpoints: [
    mount(boardRoutes.readBoard, async ({ actor, at, language }, app) => accept(await readBoard(app, actor, { at, language }))),
    // A machine is nobody: it reads what whoever sees the board and no order reads.
    mount(boardRoutes.readFigures, async ({ actor, at, language }, app) => accept(await readBoard(app, actor, { at, language }))),
  ],
}
