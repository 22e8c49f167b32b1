import type { TreeUnitView, UnitChangeView } from '@open12345/contract/organisation'
import { words, type Words } from '@open12345/ui/language.ts'

export const kindWords: Words<TreeUnitView['kind']> = words({
  office: ['政府办公室', 'Government office'],
  centre: ['热线中心', 'Hotline centre'],
  department: ['部门', 'Department'],
  county: ['县市', 'County'],
  enterprise: ['企业', 'Enterprise'],
  'sub-centre': ['分中心', 'Sub-centre'],
  township: ['乡镇街道', 'Township'],
  section: ['内设机构', 'Section'],
})

export const changeWords: Words<UnitChangeView['kind']> = words({
  founded: ['成立', 'Founded'],
  renamed: ['更名', 'Renamed'],
  moved: ['改隶', 'Moved'],
  merged: ['并入', 'Merged'],
  dissolved: ['撤销', 'Dissolved'],
})

export const stateWords: Words<UnitChangeView['state']> = words({
  ahead: ['待生效', 'To come'],
  'in-effect': ['已生效', 'In effect'],
  'held-up': ['卡住了', 'Held up'],
  withdrawn: ['已撤回', 'Withdrawn'],
})
