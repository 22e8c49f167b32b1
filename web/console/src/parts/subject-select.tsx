import { isMeant, subjectDomains, subjects, type Subject } from '@open12345/contract/vocabulary'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useLabel, useWords, words } from '@open12345/ui/language.ts'
import { useClear } from './clear.ts'

const said = words({
  search: ['输入事项查找，如“欠薪”“噪声”', 'Type a subject'],
  none: ['没有这个事项，可选“其他”', 'No such subject; choose “Other”'],
})

type Props = { readonly id?: string; readonly value?: string | undefined; readonly onChange?: (code: string | undefined) => void }

export const SubjectSelect = ({ id, value, onChange }: Props): ReactElement => {
  const label = useLabel()
  const text = useWords(said)
  const clear = useClear()
  const options = Object.entries(subjectDomains).map(([domain, name]) => ({
    label: label(name),
    title: domain,
    options: subjects
      .filter((subject) => subject.domain === domain)
      .map((subject) => ({ value: subject.code, label: label(subject.label), subject })),
  }))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(code: string | null) => onChange?.(code ?? undefined)}
      options={options}
      showSearch={{
        filterOption: (typed, option) => option !== undefined && 'subject' in option && isMeant(option.subject as Subject, typed),
      }}
      allowClear={clear}
      placeholder={text.search}
      notFoundContent={text.none}
    />
  )
}
