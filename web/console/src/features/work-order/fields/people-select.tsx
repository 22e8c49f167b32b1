import { roleLabels } from '@open12345/contract/vocabulary'
import type { Nameable } from '@open12345/contract/work-order'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState, type ReactElement } from 'react'
import { useLabel, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'

const said = words({
  search: ['输入姓名或者单位查找', 'Type a name or a unit'],
  none: ['没有可以列入的人', 'Nobody who can be named'],
})

export type Chosen = Pick<Nameable, 'accountId' | 'name' | 'unitNames' | 'roles'>
type Labelled = { readonly value: string; readonly label: string }

/** Somebody by name, unit and role, so that two of one name are told apart. */
export const usePersonText = (): ((person: Chosen) => string) => {
  const label = useLabel()
  return ({ name, unitNames, roles }) => {
    const named = roles.map((role) => (role in roleLabels ? label(roleLabels[role as keyof typeof roleLabels]) : role))
    const where = [...unitNames, ...named].join(' ')
    return where === '' ? name : `${name}（${where}）`
  }
}

type Props = {
  readonly orderId: string
  readonly id?: string
  readonly value?: readonly string[] | undefined
  readonly onChange?: (accountIds: readonly string[]) => void
  /** Who is named already; their names are not looked for. */
  readonly known: readonly Chosen[]
}

/** The people who can be named for a sealed order, found by name or unit. @clause 20c */
export const PeopleSelect = ({ orderId, value = [], onChange, known, ...rest }: Props): ReactElement => {
  const text = useWords(said)
  const textOf = usePersonText()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const [seen, setSeen] = useState<readonly Labelled[]>(known.map((one) => ({ value: one.accountId, label: textOf(one) })))
  const found = useQuery({
    queryKey: keys.nameable(orderId, asked),
    queryFn: ({ signal }) => api.listNameable({ params: { orderId }, query: asked === '' ? {} : { text: asked }, signal }),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.items ?? []).map((one) => ({ value: one.accountId, label: textOf(one) }))
  const chosen = value.map((id) => [...options, ...seen].find((one) => one.value === id) ?? { value: id, label: id })
  return (
    <Select
      {...rest}
      mode="multiple"
      labelInValue
      value={chosen}
      options={options}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={text.search}
      notFoundContent={text.none}
      onChange={(next: readonly Labelled[]) => {
        setSeen((before) => [...before, ...next])
        onChange?.(next.map((one) => one.value))
      }}
    />
  )
}
