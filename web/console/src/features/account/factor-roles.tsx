import { roleLabels } from '@open12345/contract/vocabulary'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useOptions } from '../../parts/label-options.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { roleCodes } from './role-codes.ts'

const said = words({
  label: ['须用动态码登录的岗位', 'Roles that sign in with a second factor'],
  note: ['增加后，还没有绑定的人岗位即刻失效，登录时须先绑定。', 'Who has none yet holds no role until it is enrolled.'],
  kept: ['已保存', 'Kept'],
})

/** Which roles ask for a second factor; the three administrators always do. */
export const FactorRoles = (): ReactElement | null => {
  const text = useWords(said)
  const options = useOptions()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const asked = useQuery({ queryKey: keys.factorRoles, queryFn: ({ signal }) => api.readSecondFactorRoles({ signal }) })
  const keep = useMutation({
    mutationFn: (roles: string[]) => api.setSecondFactorRoles({ body: { roles } }),
    onSuccess: (kept) => {
      queries.setQueryData(keys.factorRoles, kept)
      void message.success(text.kept)
    },
  })
  if (asked.data === undefined) return null
  return (
    <section className="sheet">
      <label htmlFor="factor-roles">
        <strong>{text.label}</strong>
      </label>
      <p className="soft">{text.note}</p>
      <Select
        id="factor-roles"
        mode="multiple"
        style={{ width: '100%' }}
        value={asked.data.roles}
        options={options(roleCodes, roleLabels)}
        loading={keep.isPending}
        onChange={(roles: string[]) => keep.mutate(roles)}
      />
      <ProblemNote error={keep.error} />
    </section>
  )
}
