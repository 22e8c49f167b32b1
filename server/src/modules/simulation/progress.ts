/** One line that is written over on a terminal; elsewhere a line for every fifth of the way. */
export const progressTo = (out: NodeJS.WriteStream, title: string) => {
  const begun = performance.now()
  let told = 0
  return (share: number, commands: number): void => {
    const percent = Math.floor(share * 100)
    if (percent < told) return
    const rate = Math.round((commands * 1000) / Math.max(1, performance.now() - begun))
    const line = `${title} ${percent}%（${commands} 步，每秒 ${rate} 步）`
    told = out.isTTY ? percent + 1 : (Math.floor(percent / 20) + 1) * 20
    if (out.isTTY) out.write(`\r${line}${percent >= 100 ? '\n' : ''}`)
    else out.write(`${line}\n`)
  }
}
