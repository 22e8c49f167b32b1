import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as useParts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef, type ReactElement } from 'react'
import { tokens } from '@open12345/ui/tokens.ts'
import { useWords } from '@open12345/ui/language.ts'
import { boardWords } from './board-words.ts'

useParts([BarChart, GridComponent, TooltipComponent, SVGRenderer])

/** `shown` is written where the value is no exact count. */
export type Bar = { readonly name: string; readonly value: number; readonly shown?: string }
const figureOf = ({ value, shown }: Bar): string => shown ?? String(value)
type Props = { readonly bars: readonly Bar[]; readonly isDark: boolean; readonly isLying?: boolean; readonly label: string }

const optionOf = ({ bars, isDark, isLying = false }: Props) => {
  const ink = isDark ? '#e8eef5' : tokens.ink
  const line = isDark ? '#3b4d61' : tokens.line
  const size = isDark ? 18 : 12
  const names = {
    type: 'category' as const,
    data: bars.map(({ name }) => name),
    axisLabel: { color: ink, fontSize: size },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    inverse: isLying,
  }
  const figures = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { color: ink, fontSize: size },
    splitLine: { lineStyle: { color: line } },
  }
  return {
    animation: false,
    aria: { enabled: false },
    grid: { left: 4, right: isLying ? 44 : 8, top: 22, bottom: 4, outerBoundsMode: 'same' as const },
    tooltip: { trigger: 'axis' as const, axisPointer: { type: 'shadow' as const } },
    xAxis: isLying ? { ...figures, axisLabel: { show: false }, splitLine: { show: false } } : names,
    yAxis: isLying ? names : figures,
    series: [
      {
        type: 'bar' as const,
        data: bars.map(({ value }) => value),
        barMaxWidth: 26,
        itemStyle: { color: isDark ? '#6db3f2' : tokens.primary, borderRadius: isLying ? [0, 3, 3, 0] : [3, 3, 0, 0] },
        label: {
          show: true,
          position: isLying ? ('right' as const) : ('top' as const),
          color: ink,
          fontSize: size,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const bar = bars[dataIndex]
            return bar === undefined || bar.value === 0 ? '' : figureOf(bar)
          },
        },
      },
    ],
  }
}

/** Bars that people compare; the same figures stand in a table for who does not see them. */
export const Chart = (props: Props): ReactElement => {
  const { bars, isDark, isLying, label } = props
  const text = useWords(boardWords)
  const box = useRef<HTMLDivElement>(null)
  const drawn = useRef<ReturnType<typeof init>>(undefined)
  useEffect(() => {
    if (box.current === null) return undefined
    const chart = init(box.current, undefined, { renderer: 'svg' })
    drawn.current = chart
    const watching = new ResizeObserver(() => chart.resize())
    watching.observe(box.current)
    return () => {
      watching.disconnect()
      chart.dispose()
    }
  }, [])
  useEffect(
    () => drawn.current?.setOption(optionOf({ bars, isDark, label, ...(isLying === undefined ? {} : { isLying }) }), true),
    [bars, isDark, isLying, label],
  )
  return (
    <>
      <div
        ref={box}
        className="chart"
        style={isLying ? { height: Math.max(120, bars.length * (isDark ? 40 : 28) + 30) } : undefined}
        role="img"
        aria-label={`${label}：${bars.map((bar) => `${bar.name} ${figureOf(bar)}`).join('，')}`}
      />
      {isDark ? null : (
        <details className="chart-table">
          <summary>{text.table}</summary>
          <table>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.name}>
                  <th scope="row">{bar.name}</th>
                  <td>{figureOf(bar)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  )
}
