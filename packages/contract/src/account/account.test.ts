import { staffRoles } from '@open12345/domain/authority'
import { expect, test } from 'vitest'
import { role } from './index.ts'

test('第七条（一） [7-1] 能授予的岗位就是制度里的全部岗位', () => expect(role.options).toEqual(staffRoles))
