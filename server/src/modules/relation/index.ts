import { relationRoutes } from '@open12345/contract/relation'
import { mount, type Mounted } from '../../http/mount.ts'
import { suggestRelations } from './suggest.ts'

export const relationModule: Mounted = {
  name: 'relation',
  endpoints: [mount(relationRoutes.suggestRelations, suggestRelations)],
}
