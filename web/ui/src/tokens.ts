/** Colours and measures of the house. Each ink has at least 4.5 : 1 on the paper that it is named for. */
export const tokens = {
  ink: '#1d2733',
  inkSoft: '#4a5766',
  paper: '#ffffff',
  ground: '#f3f5f8',
  line: '#d5dce4',
  lineStrong: '#8a97a6',
  primary: '#17548f',
  primarySoft: '#e6eff8',
  bar: '#12324f',
  ok: '#17663a',
  okSoft: '#e5f4ea',
  near: '#855000',
  nearSoft: '#fdf1d8',
  late: '#b3261e',
  lateSoft: '#fcebea',
  internal: '#6a3d00',
  internalSoft: '#fff6e0',
  radius: 4,
} as const

const sans =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

/** The theme of the component library, made from the tokens. */
export const componentTheme = {
  token: {
    colorPrimary: tokens.primary,
    colorLink: tokens.primary,
    colorText: tokens.ink,
    colorTextSecondary: tokens.inkSoft,
    colorTextTertiary: '#5b6877',
    colorTextDescription: tokens.inkSoft,
    colorTextPlaceholder: '#5a6775',
    colorTextDisabled: '#5a6775',
    colorError: tokens.late,
    colorWarning: '#a86400',
    colorSuccess: tokens.ok,
    colorErrorBg: tokens.lateSoft,
    colorErrorBorder: '#e3a29d',
    colorWarningBg: tokens.nearSoft,
    colorSuccessBg: tokens.okSoft,
    colorBorder: tokens.lineStrong,
    colorBorderSecondary: tokens.line,
    colorBgLayout: tokens.ground,
    borderRadius: tokens.radius,
    fontFamily: sans,
    fontSize: 14,
    controlHeight: 32,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    wireframe: false,
  },
  components: {
    Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: { cellPaddingBlock: 7, cellPaddingInline: 10 },
    Tabs: { horizontalItemPadding: '9px 0' },
  },
} as const
