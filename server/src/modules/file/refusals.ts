import type { Refusal, RefusalTable } from '@open12345/domain/kernel'
import type { Language } from '../../http/call.ts'

export const fileRefusals = {
  'file.not-found': { nature: 'not-found', zh: '没有这个附件，或者您无权查看。', en: 'There is no such file, or you may not see it.' },
  'file.missing': { nature: 'invalid', zh: '请选择一个文件。', en: 'Please choose a file.' },
  'file.empty': { nature: 'invalid', zh: '文件是空的，请重新选择。', en: 'The file is empty; please choose it again.' },
  'file.too-large': { nature: 'too-large', zh: '单个文件不能超过 20 MB。', en: 'A file may have 20 MB at most.' },
  'file.unknown-type': {
    nature: 'unsupported-media',
    zh: '不支持这种文件。可以上传图片（JPG、PNG、WebP）、PDF、Word（docx）、Excel（xlsx）、录音（MP3、WAV）和视频（MP4）。',
    en: 'This kind of file is not taken. Pictures (JPG, PNG, WebP), PDF, Word (docx), Excel (xlsx), sound (MP3, WAV) and video (MP4) are.',
  },
  'file.disguised': {
    nature: 'unsupported-media',
    zh: '文件内容与它的名称或类型不符，请检查后重新上传。',
    en: 'What the file holds is not what its name or type says; please check it and try again.',
  },
  'file.image-unreadable': {
    nature: 'unsupported-media',
    zh: '图片无法读取或尺寸过大，请换一张，或截图后再传。',
    en: 'The picture cannot be read or is too large in size; please take another one, or a screenshot of it.',
  },
  'file.too-many': { nature: 'invalid', zh: '附件最多 {most} 个。', en: 'There may be {most} files at most.' },
} as const satisfies RefusalTable

/** Such a refusal as a sentence beside the field, with the name of the file that it is about. */
export const fileSentence = ({ code, facts = {} }: Refusal, language: Language, name?: string): string => {
  const table: RefusalTable = fileRefusals
  const text = table[code] ?? fileRefusals['file.not-found']
  const sentence = text[language].replace(/\{(\w+)\}/g, (whole, key: string) => String(facts[key] ?? whole))
  return name === undefined || name === '' ? sentence : `${name}：${sentence}`
}
