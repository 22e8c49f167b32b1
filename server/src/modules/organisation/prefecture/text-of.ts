import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sound, unsound, type Checked } from './fault.ts'

export const holds = (folder: string, file: string): boolean => existsSync(join(folder, file))

export const textOf = (folder: string, file: string): Checked<string> =>
  holds(folder, file)
    ? sound(readFileSync(join(folder, file), 'utf8'))
    : unsound({ file, zh: '文件夹中缺少这个文件。', en: 'The folder lacks this file.' })

export const jsonOf = (folder: string, file: string): Checked<unknown> => {
  const text = textOf(folder, file)
  if (!text.ok) return text
  try {
    return sound(JSON.parse(text.value))
  } catch (error) {
    return unsound({ file, zh: `不是完整的 JSON：${(error as Error).message}。`, en: 'It is not well-formed JSON.' })
  }
}
