import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sound, unsound, type Checked } from './fault.ts'

export const textOf = (folder: string, file: string): Checked<string> =>
  existsSync(join(folder, file))
    ? sound(readFileSync(join(folder, file), 'utf8'))
    : unsound({ file, zh: '文件夹中缺少这个文件。', en: 'The folder lacks this file.' })
