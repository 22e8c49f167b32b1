import { Select, type SelectProps } from 'antd'
import type { ReactElement } from 'react'
import { useLines } from './use-linkage.ts'

/** A line of the directory; a form's field. */
export const LineSelect = (props: Pick<SelectProps, 'id' | 'value' | 'onChange' | 'placeholder' | 'mode'>): ReactElement => {
  const lines = useLines().data?.items ?? []
  return (
    <Select
      {...props}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={lines
        .filter(({ closed }) => !closed)
        .map(({ lineId, name, number }) => ({ value: lineId, label: `${name} ${number ?? ''}`.trim() }))}
    />
  )
}
