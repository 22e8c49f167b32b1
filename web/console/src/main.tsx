import '@open12345/ui/base.css'
import './app/console.css'
import './parts/parts.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { currentLanguage } from '@open12345/ui/language.ts'
import { Console } from './app/console.tsx'

document.documentElement.lang = currentLanguage()
const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Console />
    </StrictMode>,
  )
