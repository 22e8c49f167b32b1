import { entryOf, termNumber, type Searched } from '@open12345/language/retrieval'
import type { Pool } from 'pg'

const atOnce = 100
/** So many items are alike: what costs time is how long the lists of the index are, not what they name. */
const copies = 5

/** Items with their index entries, in parcels; what the index counts is counted once at the end, and its tree is built once. */
export const fillKnowledge = async (owner: Pool, authorityId: string, items: number, invent: (nth: number) => Searched): Promise<void> => {
  await owner.query('drop index knowledge_entry_terms')
  for (let from = 0; from < items / copies; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, Math.ceil(items / copies) - from) }, (_, nth) => {
      const searched = invent(from + nth)
      const { terms, signs } = entryOf(searched)
      return { ...searched, signs, terms: `{${[...new Set(terms.map(termNumber))].join(',')}}` }
    })
    await owner.query(
      `with given as materialized (
         select gen_random_uuid() as item_id, r.title || '-' || n as title, r.body, r.keywords, r.signs, r.terms
         from jsonb_to_recordset($2::jsonb) as r (title text, body text, keywords jsonb, signs integer, terms text), generate_series(1, ${copies}) as n),
       items as (
         insert into knowledge_item (authority_id, item_id, version, title, body, keywords, owner_unit_id, owner_name, source, valid_on_from, status,
           published_at, review_on)
         select $1, item_id, 1, title, body, array(select jsonb_array_elements_text(keywords)), 'centre', '-', '--', '2026-01-01', 'published',
           '2026-01-01T00:00Z', '2027-01-01' from given)
       insert into knowledge_entry (authority_id, item_id, version, reading, valid_on_from, signs, terms)
       select $1, item_id, 1, 1, '2026-01-01', signs, terms::integer[] from given`,
      [authorityId, JSON.stringify(rows)],
    )
  }
  await owner.query("set maintenance_work_mem = '512MB'")
  await owner.query('create index knowledge_entry_terms on knowledge_entry using gin (terms) with (fastupdate = off)')
  await owner.query('insert into knowledge_term select authority_id, t, count(*) from knowledge_entry, unnest(terms) as t group by 1, 2')
  await owner.query('insert into knowledge_extent select authority_id, count(*), sum(signs) from knowledge_entry group by 1')
  await owner.query('vacuum (analyze)')
}
