import '@open12345/ui/base.css'
import './app/console.css'
import './parts/parts.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { currentLanguage } from '@open12345/ui/language.ts'
import { Console } from './app/console.tsx'

// A new release has other file names: a page that was open before it is loaded anew, once.
window.addEventListener('vite:preloadError', (event) => {
  const key = 'open12345.reloaded'
  if (sessionStorage.getItem(key) === document.lastModified) return
  sessionStorage.setItem(key, document.lastModified)
  event.preventDefault()
  location.reload()
})

document.documentElement.lang = currentLanguage()
const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Console />
    </StrictMode>,
  )
