import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  server: { proxy: { '/api': process.env['OPEN12345_API'] ?? 'http://localhost:12345' } },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200 },
})
