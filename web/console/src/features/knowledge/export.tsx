import { knowledgeTypes, type KnowledgeType } from '@open12345/contract/vocabulary'
import { Button, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { typeWords } from './knowledge-words.ts'

const said = words({
  name: ['导出', 'Export'],
  all: ['导出已发布的全部知识；导出多少条记入审计。', 'Everything that is published; how many are exported is kept in the audit.'],
  own: [
    '导出本单位提供的已发布知识；导出多少条记入审计。',
    'What your unit provides and is published; how many are exported is kept in the audit.',
  ],
  words: ['只导出含有这些字的', 'Only those that hold these words'],
  type: ['类型', 'Type'],
  everyType: ['全部类型', 'All types'],
  xlsx: ['导出 Excel', 'Export to Excel'],
  docx: ['导出 Word（供打印）', 'Export to Word, for paper'],
})

export const ExportItems = (): ReactElement => {
  const text = useWords(said)
  const types = useWords(typeWords)
  const isCentre = useMay()('knowledge.publish')
  const [typed, setTyped] = useState('')
  const [type, setType] = useState<KnowledgeType>()
  const address = (format: 'xlsx' | 'docx'): string => {
    const asked = { format, ...(typed.trim() === '' ? {} : { text: typed.trim() }), ...(type === undefined ? {} : { type }) }
    return `/api/v1/knowledge-items/export?${new URLSearchParams(asked)}`
  }
  return (
    <section className="sheet" aria-label={text.name}>
      <h2>{text.name}</h2>
      <p className="soft">{isCentre ? text.all : text.own}</p>
      <div className="knowledge-filter">
        <Input
          aria-label={text.words}
          placeholder={text.words}
          allowClear
          maxLength={50}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Select
          aria-label={text.type}
          placeholder={text.everyType}
          allowClear
          options={knowledgeTypes.map((one) => ({ value: one, label: types[one] }))}
          {...(type === undefined ? {} : { value: type })}
          onChange={(next: KnowledgeType | undefined) => setType(next)}
        />
      </div>
      <div className="knowledge-steps">
        {(['xlsx', 'docx'] as const).map((format) => (
          <Button key={format} href={address(format)} target="_blank" rel="noreferrer">
            {text[format]}
          </Button>
        ))}
      </div>
    </section>
  )
}
