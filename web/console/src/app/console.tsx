import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactElement } from 'react'
import { useLanguage } from '@open12345/ui/language.ts'
import { componentTheme } from '@open12345/ui/tokens.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { queries } from './queries.ts'
import { router } from './router.tsx'

export const Console = (): ReactElement => {
  const language = useLanguage()
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={componentTheme}
      button={{ autoInsertSpace: false }}
      form={{
        requiredMark: (label, { required }) =>
          required ? (
            <>
              {label}
              <span className="required-mark" aria-hidden="true">
                *
              </span>
            </>
          ) : (
            label
          ),
      }}
      wave={{ disabled: true }}
    >
      <App message={{ maxCount: 3, duration: 4 }}>
        <ErrorBoundary>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ErrorBoundary>
      </App>
    </ConfigProvider>
  )
}
