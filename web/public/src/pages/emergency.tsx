import type { Say } from '../say.ts'

/** 第九条（三）: danger does not wait for a form. */
export const Emergency = ({ say }: { readonly say: Say }) => {
  const lines = [
    ['110', say('报警', 'Police')],
    ['119', say('火警', 'Fire')],
    ['120', say('急救', 'Ambulance')],
    ['122', say('交通事故', 'Road')],
  ] as const
  return (
    <section className="emergency" aria-labelledby="emergency">
      <h2 id="emergency">{say('有危险、有人受伤，不要填表，马上打：', 'In danger? Do not fill in a form. Call now:')}</h2>
      <ul>
        {lines.map(([number, name]) => (
          <li key={number}>
            <a href={`tel:${number}`}>
              <b>{number}</b>
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
