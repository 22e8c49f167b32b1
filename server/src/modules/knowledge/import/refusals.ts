import type { RefusalTable } from '@open12345/domain/kernel'

export const importRefusals = {
  'knowledge.import-missing': { nature: 'invalid', zh: '请选择一个文件。', en: 'Please choose a file.' },
  'knowledge.import-too-large': {
    nature: 'too-large',
    zh: '文件超过 10 MB，或者解压后过大，请分成几个文件导入。',
    en: 'The file has more than 10 MB, or is too large once unpacked; please import it in parts.',
  },
  'knowledge.import-type': {
    nature: 'unsupported-media',
    zh: '只能导入 Excel（.xlsx）和 Word（.docx）文件。',
    en: 'Only Excel (.xlsx) and Word (.docx) files can be imported.',
  },
  'knowledge.import-encrypted': {
    nature: 'unsupported-media',
    zh: '文件加了密码，或者是旧的 .xls、.doc 格式：请去掉密码，另存为 .xlsx 或 .docx 再导入。',
    en: 'The file is encrypted or of the old .xls or .doc kind; save it as .xlsx or .docx without a password.',
  },
  'knowledge.import-macros': {
    nature: 'unsupported-media',
    zh: '文件带有宏，不能导入：请另存为不带宏的 .xlsx 或 .docx。',
    en: 'The file holds macros and is not taken; save it as .xlsx or .docx without them.',
  },
  'knowledge.import-unreadable': {
    nature: 'invalid',
    zh: '文件已损坏或者结构异常，无法读取。请把内容粘贴到下载的模板里再导入。',
    en: 'The file is damaged or oddly built and cannot be read; paste what it holds into the template.',
  },
  'knowledge.import-empty': {
    nature: 'invalid',
    zh: '没有读到知识。表格的第一行要有“标题”等列名，文档的每条知识要以“标题 1”样式的标题开头，请对照模板。',
    en: 'No item was found. A sheet begins with its column names, and each item of a document with a heading; see the templates.',
  },
  'knowledge.import-too-many': {
    nature: 'invalid',
    zh: '一次最多导入 {most} 条，请分成几个文件。',
    en: '{most} items can be imported at once; please split the file.',
  },
  'knowledge.paper-failed': {
    nature: 'too-many',
    zh: '文件没有生成，请稍后再试；内容很多时请分几次导出。',
    en: 'The file could not be made; please try again later, or export it in parts.',
  },
  'knowledge.export-too-many': {
    nature: 'invalid',
    zh: '一次最多导出 {most} 条，请用检索词或者类型缩小范围。',
    en: '{most} items can be exported at once; narrow them by words or type.',
  },
  'knowledge.cell-missing': { nature: 'invalid', clause: '15', zh: '没有填写', en: 'It is not filled in' },
  'knowledge.cell-long': { nature: 'invalid', clause: '15', zh: '超过 {most} 个字', en: 'It has more than {most} characters' },
  'knowledge.cell-short': { nature: 'invalid', clause: '15', zh: '少于 {least} 个字', en: 'It has fewer than {least} characters' },
  'knowledge.cell-many': { nature: 'invalid', clause: '15', zh: '多于 {most} 个', en: 'There are more than {most}' },
  'knowledge.cell-unreadable': {
    nature: 'invalid',
    clause: '15',
    zh: '要写在一行里，不能有特殊控制字符',
    en: 'It has to stand in one line, without control characters',
  },
  'knowledge.cell-type': {
    nature: 'invalid',
    clause: '15',
    zh: '没有这个类别。请从这些里选：办事指南、法律法规、政策解读、热点问答、标准答案、通知公告、业务指引',
    en: 'There is no such type; the template names them all',
  },
  'knowledge.cell-date': {
    nature: 'invalid',
    clause: '15',
    zh: '日期读不懂，请写成 2026-03-01 这样',
    en: 'The date is not understood; write it like 2026-03-01',
  },
  'knowledge.cell-unit': {
    nature: 'invalid',
    clause: '15',
    zh: '没有这个单位，请按系统里的全称填写',
    en: 'There is no such unit; write its full name',
  },
  'knowledge.cell-unit-twice': {
    nature: 'invalid',
    clause: '15',
    zh: '有几个单位叫这个名字，请在名字后面用括号写上单位代码',
    en: 'Several units bear this name; add its code in brackets',
  },
  'knowledge.cell-place': {
    nature: 'invalid',
    clause: '15',
    zh: '没有这个地区，或者有几个同名的，请写区划代码',
    en: 'There is no such place, or several of this name; write its code',
  },
  'knowledge.title-twice': {
    nature: 'invalid',
    clause: '15',
    zh: '与本文件第 {row} 行（条）标题相同',
    en: 'Row {row} of this file has the same title',
  },
} as const satisfies RefusalTable
