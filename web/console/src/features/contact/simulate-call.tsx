import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Space } from 'antd'
import { useId, useState, type ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { tell } from '../../api/problem.ts'
import { seatWords } from './seat-words.ts'

export const SimulateCall = (): ReactElement => {
  const text = useWords(seatWords)
  const id = useId()
  const [from, setFrom] = useState('13908340001')
  const queries = useQueryClient()
  const { message } = App.useApp()
  const call = useMutation({
    mutationFn: () => api.simulateCall({ body: { from } }),
    onError: (error) => void message.warning(tell(error).title),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.contacts }),
  })
  return (
    <form
      className="simulate"
      onSubmit={(event) => {
        event.preventDefault()
        call.mutate()
      }}
    >
      <label htmlFor={id} title={text.simulateNote}>
        {text.simulateFrom}
      </label>
      <Space.Compact>
        <Input
          id={id}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
          inputMode="tel"
          maxLength={30}
          style={{ maxWidth: 170 }}
        />
        <Button htmlType="submit" loading={call.isPending}>
          {text.simulate}
        </Button>
      </Space.Compact>
    </form>
  )
}
