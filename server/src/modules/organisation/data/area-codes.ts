/** The telephone area code of each authority's prefecture: completes a landline that was given without it. */
const areaCodes: Readonly<Record<string, string>> = { liangshan: '0834' }

export const areaCodeOf = (authorityId: string): string | undefined => areaCodes[authorityId]
