/** A unit as people may name it. */
export type NamedUnit = {
  readonly unitId: string
  readonly name: string
  readonly shortName: string | null
  readonly kind: string
  readonly parentId: string | null
  readonly placeCode: string | null
}

/** What may be written for which units, without the place before it; and what stands before it. */
export type UnitNames = {
  readonly bodies: ReadonlyMap<string, readonly NamedUnit[]>
  readonly longest: number
  /** What a county is called, by its whole name and by its short one. */
  readonly counties: ReadonlyMap<string, NamedUnit>
  readonly units: ReadonlyMap<string, NamedUnit>
}

const suffixes: Readonly<Record<string, readonly string[]>> = {
  department: ['局', '委', '委员会', '办', '办公室', '部门', '机关', '中心', '支队', '大队', '中队', '队', '所'],
  enterprise: ['公司', '分公司', '集团', '营业厅', '营业所', '客服'],
  section: ['科', '支队', '大队', '中队', '队'],
}

/** Short names that nobody takes for anything but the unit, bare as they are. */
const bare = /^(?:城管|交警|.{1,4}[局办会队厅所行联])$/u

/** Names that people go on using, or always used; the second is what the unit is called for short. */
const aliases: readonly (readonly [string, string])[] = [
  ['环保局', '生态环境'],
  ['教育局', '教体'],
  ['体育局', '教体'],
  ['工商局', '市场监管'],
  ['工商所', '市场监管'],
  ['质监局', '市场监管'],
  ['食药监局', '市场监管'],
  ['物价局', '发改'],
  ['国土局', '自然资源'],
  ['国土所', '自然资源'],
  ['国土资源局', '自然资源'],
  ['规划局', '自然资源'],
  ['房管局', '住建'],
  ['建设局', '住建'],
  ['劳动局', '人社'],
  ['社保局', '人社'],
  ['卫生局', '卫健'],
  ['卫计局', '卫健'],
  ['卫计委', '卫健'],
  ['卫健局', '卫健'],
  ['水务局', '水利'],
  ['林业局', '林草'],
  ['农业局', '农业农村'],
  ['畜牧局', '农业农村'],
  ['旅游局', '文旅'],
  ['文化局', '文旅'],
  ['安监局', '应急'],
  ['国税局', '税务'],
  ['地税局', '税务'],
  ['综合执法局', '城管'],
  ['城市管理局', '城管'],
  ['运管所', '交通'],
  ['运管处', '交通'],
  ['路政大队', '交通'],
  ['劳动监察大队', '人社'],
  ['交通警察大队', '交警'],
  ['政务大厅', '政务服务'],
  ['便民服务中心', '政务服务'],
  ['供电局', '供电'],
  ['电力公司', '供电'],
  ['电力局', '供电'],
  ['自来水公司', '供水'],
  ['水务公司', '供水'],
  ['天然气公司', '供气'],
  ['污水处理厂', '污水'],
  ['邮政局', '邮政'],
  ['消防队', '消防'],
]

const prefecturePrefix = /^(?:国家税务总局)?(?:\p{Script=Han}{0,6}自治州|\p{Script=Han}{0,2}州)(?=\p{Script=Han}{3})/u

/** 某市人民政府 is 某市; where it is not a government, it has no people of its own to complain of. */
const countyNameOf = ({ name }: NamedUnit): string => name.replace(/人民政府$/u, '')

const townshipBodies = (name: string): readonly string[] => {
  const isSubdistrict = name.endsWith('街道办事处')
  const place = name.replace(/(?:人民政府|办事处)$/u, '')
  if (isSubdistrict) return [name, `${place}办`, `${place.replace(/道$/u, '')}办`, `${place.replace(/街道$/u, '')}办事处`]
  return [name, `${place}政府`, `${place}党委政府`]
}

const ownBodies = (unit: NamedUnit, county: string | undefined): readonly string[] => {
  const { kind, shortName } = unit
  const name = county !== undefined && unit.name.startsWith(county) ? unit.name.slice(county.length) : unit.name
  if (kind === 'township') return townshipBodies(name)
  if (kind === 'county') return []
  const plain = name.replace(prefecturePrefix, '')
  const brand = kind === 'enterprise' ? plain.replace(/\p{Script=Han}{2}州?分公司$/u, '') : plain
  if (shortName === null) return [name, plain, brand]
  const used = aliases.flatMap(([written, short]) => (short === shortName ? [written] : []))
  const short = (suffixes[kind] ?? []).map((suffix) => `${shortName}${suffix}`)
  return [name, plain, brand, ...short, ...used, ...(bare.test(shortName) ? [shortName] : [])]
}

export const countyOf = (unit: NamedUnit, units: ReadonlyMap<string, NamedUnit>): NamedUnit | undefined => {
  for (let at: NamedUnit | undefined = unit; at !== undefined; at = at.parentId === null ? undefined : units.get(at.parentId))
    if (at.kind === 'county') return at
  return undefined
}

/** What each of these units may be called in words; made once for many texts. */
export const unitNames = (all: readonly NamedUnit[]): UnitNames => {
  const units = new Map(all.map((unit) => [unit.unitId, unit]))
  const bodies = new Map<string, NamedUnit[]>()
  const counties = new Map<string, NamedUnit>()
  for (const unit of all) {
    if (unit.kind === 'county') {
      counties.set(countyNameOf(unit), unit)
      if (unit.shortName !== null) counties.set(unit.shortName, unit)
    }
    const county = countyOf(unit, units)
    for (const body of new Set(ownBodies(unit, county && countyNameOf(county))))
      if ([...body].length >= 2) bodies.set(body, [...(bodies.get(body) ?? []), unit])
  }
  return { bodies, counties, units, longest: Math.max(0, ...[...bodies.keys()].map((body) => body.length)) }
}
