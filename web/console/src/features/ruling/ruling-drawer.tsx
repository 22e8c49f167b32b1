import { Button, Drawer, Form } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { RulingList, type Sought } from './ruling-list.tsx'

const said = words({
  open: ['裁定先例', 'Precedents'],
  subject: ['事项', 'Subject'],
  unit: ['承办单位', 'Unit'],
})

/** Rulings and designations of every subject and unit, searched without leaving the desk. */
export const RulingDrawer = (): ReactElement => {
  const text = useWords(said)
  const [isOpen, setOpen] = useState(false)
  const [sought, setSought] = useState<Sought>({})
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {text.open}
      </Button>
      <Drawer open={isOpen} size={480} title={text.open} onClose={() => setOpen(false)} destroyOnHidden>
        <Form layout="vertical" name="rulings" initialValues={sought} onValuesChange={(_, values: Sought) => setSought(values)}>
          <Form.Item label={text.subject} name="subject">
            <SubjectSelect />
          </Form.Item>
          <Form.Item label={text.unit} name="unitId">
            <UnitSelect />
          </Form.Item>
        </Form>
        <RulingList {...sought} />
      </Drawer>
    </>
  )
}
